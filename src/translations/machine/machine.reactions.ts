import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Actor } from '../../core/access/actor';
import type { Entry, EntryName } from '../../core/journal/entry';
import { LaterOfTexts, type Heedful } from '../../core/journal/reactions';
import { LOCALES } from '../../core/i18n/locales';
import { TextKinds } from '../../core/texts/text-kinds';
import { MachinePolicy } from './machine-policy.service';
import { MachineTasks } from './machine-tasks.service';

/** Whatever is written or changed is asked for in the other languages. */
@Injectable()
export class MachineReactions implements Heedful {
  constructor(
    private readonly database: DataSource,
    private readonly kinds: TextKinds,
    private readonly policy: MachinePolicy,
    private readonly tasks: MachineTasks,
  ) {}

  heeds(name: EntryName): boolean {
    const [kind = '', happened] = name.split('.');
    return this.policy.translates(kind) && !/^(translated|withdrawn|hidden|voted)$/.test(happened ?? '');
  }

  @LaterOfTexts()
  async askFor({ subject: { kind, id } }: Entry): Promise<void> {
    const [text] = await this.kinds.read(
      this.kinds.named(kind),
      this.database,
      Actor.system,
      'owner.id = $1',
      [id],
    );
    if (!text?.shown) return;
    await this.tasks.ask(
      kind,
      id,
      LOCALES.filter((locale) => locale !== text.locale),
    );
  }
}
