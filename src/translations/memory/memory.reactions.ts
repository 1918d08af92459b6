import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Actor } from '../../core/access/actor';
import { NotFound } from '../../core/errors/refusal';
import type { Locale } from '../../core/i18n/locales';
import type { Entry, EntryName } from '../../core/journal/entry';
import { LaterOfTexts, type Heedful } from '../../core/journal/reactions';
import { TextKinds } from '../../core/texts/text-kinds';
import { placeOf } from './place';
import { TranslationMemory } from './translation-memory.service';

interface Row {
  locale: Locale;
  source: string;
  target: string;
  origin: string;
}

/** Whatever is translated, by whomever, is remembered. */
@Injectable()
export class MemoryReactions implements Heedful {
  constructor(
    private readonly database: DataSource,
    private readonly kinds: TextKinds,
    private readonly memory: TranslationMemory,
  ) {}

  heeds(name: EntryName): boolean {
    return /\.(translated|withdrawn|hidden|restored)$/.test(name);
  }

  @LaterOfTexts()
  async follow({ name, subject }: Entry): Promise<void> {
    if (/\.(withdrawn|hidden)$/.test(name)) return this.memory.forget(subject.id);
    await this.remember(subject);
  }

  private async remember(subject: Entry['subject']): Promise<void> {
    try {
      const text = await this.kinds.find(Actor.system, subject.kind, subject.id);
      const place = await placeOf(this.kinds, text);
      for (const [to, made] of await this.madeOf(subject.id))
        await this.memory.remember(this.database, { from: text.locale, to, place }, made);
    } catch (error) {
      if (!(error instanceof NotFound)) throw error; // it has been withdrawn since
    }
  }

  private async madeOf(id: string): Promise<Map<Locale, Row[]>> {
    const rows = await this.database.query<Row[]>(
      `select locale, made_from as source, text as target, origin from translation_segments
       where owner_id = $1 and text is not null order by position`,
      [id],
    );
    const made = new Map<Locale, Row[]>();
    for (const row of rows) made.set(row.locale, [...(made.get(row.locale) ?? []), row]);
    return made;
  }
}
