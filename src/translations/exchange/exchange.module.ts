import { Module } from '@nestjs/common';
import { MulterModule } from '@nestjs/platform-express';
import { Config } from '../../core/config/config';
import { uploadLimits } from '../../core/http/upload';
import { GlossaryModule } from '../../glossary/glossary.module';
import { MemoryModule } from '../memory/memory.module';
import { TranslationsModule } from '../translations.module';
import { BroughtFiles } from './brought-files.service';
import { ExchangeController } from './exchange.controller';
import { ExchangePages } from './exchange.pages';
import { ExchangeReactions } from './exchange.reactions';
import { Imports } from './imports.service';
import { MemoryExchange } from './memory-exchange.service';
import { TermbaseExchange } from './termbase-exchange.service';
import { Parcels } from './parcels.service';
import { ExchangePlaces } from './places.service';
import { TranslationImports } from './translation-imports.service';

@Module({
  imports: [
    ...[GlossaryModule, MemoryModule, TranslationsModule],
    MulterModule.registerAsync({ inject: [Config], useFactory: uploadLimits }),
  ],
  controllers: [ExchangeController, ExchangePages],
  providers: [
    BroughtFiles,
    ExchangePlaces,
    ExchangeReactions,
    Imports,
    Parcels,
    MemoryExchange,
    TermbaseExchange,
    TranslationImports,
  ],
})
export class ExchangeModule {}
