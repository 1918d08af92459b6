import { Module } from '@nestjs/common';
import { GlossaryModule } from '../../glossary/glossary.module';
import { MemoryModule } from '../memory/memory.module';
import { TranslationsModule } from '../translations.module';
import { CallbackAddress } from './callback-address';
import { MachineCallbacksController } from './machine-callbacks.controller';
import { MachineCallbacks } from './machine-callbacks.service';
import { MachineHealth } from './machine-health.service';
import { MachinePolicy } from './machine-policy.service';
import { ChosenProvider } from './machine-provider.service';
import { MachineRequests } from './machine-requests.service';
import { MachineRunner } from './machine-runner.service';
import { MachineTasks } from './machine-tasks.service';
import { MachineTerms } from './machine-terms.service';
import { MachineTiming } from './machine-timing';
import { MachineTranslator } from './machine-translator.service';
import { MachineUsage } from './machine-usage.service';
import { MachineOverview } from './machine-overview.service';
import { MachinePages } from './machine.pages';
import { MachineReactions } from './machine.reactions';

@Module({
  imports: [TranslationsModule, GlossaryModule, MemoryModule],
  controllers: [MachineCallbacksController, MachinePages],
  providers: [
    ...[ChosenProvider, MachinePolicy, MachineTerms, MachineTiming, MachineUsage, MachineHealth],
    ...[MachineRequests, MachineTasks, MachineTranslator, MachineRunner, MachineReactions],
    ...[CallbackAddress, MachineCallbacks, MachineOverview],
  ],
})
export class MachineModule {}
