import { Injectable } from '@nestjs/common';
import type { Entry, EntryName } from '../../core/journal/entry';
import { LaterOfTexts, type Heedful } from '../../core/journal/reactions';
import { LOCALES } from '../../core/i18n/locales';
import { MachinePolicy } from './machine-policy.service';
import { MachineTasks } from './machine-tasks.service';

/** Whatever is written or changed is asked for in the other languages. */
@Injectable()
export class MachineReactions implements Heedful {
  constructor(
    private readonly policy: MachinePolicy,
    private readonly tasks: MachineTasks,
  ) {}

  heeds(name: EntryName): boolean {
    const [kind = '', happened] = name.split('.');
    return this.policy.translates(kind) && happened !== 'translated' && happened !== 'withdrawn';
  }

  @LaterOfTexts()
  async askFor({ subject: { kind, id } }: Entry): Promise<void> {
    await this.tasks.ask(kind, id, LOCALES);
  }
}
