import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Actor } from '../core/access/actor';
import { NotFound } from '../core/errors/refusal';
import type { Locale } from '../core/i18n/locales';
import type { Entry, EntryName } from '../core/journal/entry';
import { Later, LaterOfTexts, type Heedful } from '../core/journal/reactions';
import { TextKinds } from '../core/texts/text-kinds';
import { Translations } from './translations.service';

/** What follows for translations when something happens to an original, or to who made them. */
@Injectable()
export class TranslationsReactions implements Heedful {
  constructor(
    private readonly database: DataSource,
    private readonly kinds: TextKinds,
    private readonly translations: Translations,
  ) {}

  heeds(name: EntryName): boolean {
    return !/\.(published|translated|voted)$/.test(name);
  }

  /** Segments are brought up to the original, so that worklists and boards count what is there. */
  @LaterOfTexts()
  async followOriginal({ subject: { kind, id } }: Entry): Promise<void> {
    const rows = await this.database.query<{ locale: Locale }[]>(
      'select distinct locale from translation_segments where owner_id = $1',
      [id],
    );
    for (const { locale } of rows) {
      try {
        await this.translations.follow(Actor.system, { kind, id, locale });
      } catch (error) {
        if (!(error instanceof NotFound)) throw error; // withdrawn, or it is the original's language now
      }
    }
  }

  /** Translations are signed with the name that the translator has now. */
  @Later('person.edited')
  async rename({ subject: { id } }: Entry): Promise<void> {
    for (const { translations } of this.kinds.all)
      await this.database.query(
        `update ${translations} made set translated_by = person.name from people person
         where person.id = $1 and made.translator_id = person.id`,
        [id],
      );
  }
}
