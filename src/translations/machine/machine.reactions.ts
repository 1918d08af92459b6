import { Injectable } from '@nestjs/common';
import type { Entry } from '../../core/journal/entry';
import { LaterOfTexts } from '../../core/journal/reactions';
import { LOCALES } from '../../core/i18n/locales';
import { MachinePolicy } from './machine-policy.service';
import { MachineTasks } from './machine-tasks.service';

/** Whatever is written or changed is asked for in the other languages. */
@Injectable()
export class MachineReactions {
  constructor(
    private readonly policy: MachinePolicy,
    private readonly tasks: MachineTasks,
  ) {}

  @LaterOfTexts()
  async askFor({ name, subject: { kind, id } }: Entry): Promise<void> {
    if (!this.policy.translates(kind) || name.endsWith('.translated') || name.endsWith('.withdrawn')) return;
    await this.tasks.ask(kind, id, LOCALES);
  }
}
