import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import type { TranslationStatus } from '../../core/database/translation';
import { LOCALES, type Locale } from '../../core/i18n/locales';
import type { Text } from '../../core/texts/text-kind';
import { TextKinds } from '../../core/texts/text-kinds';
import type { TextLanguage } from '../../ui/parts/languages-of-text';
import { translationPolicy } from '../translation.policy';

interface Made {
  owner_id: string;
  locale: Locale;
  status: TranslationStatus;
  source_revision: number;
}

/** How texts stand in the languages that they were not written in, for the pages where they are edited. */
@Injectable()
export class TextLanguages {
  constructor(
    private readonly kinds: TextKinds,
    private readonly database: DataSource,
  ) {}

  async of(actor: Actor, kind: string, id: string): Promise<TextLanguage[]> {
    return (await this.ofAll(actor, kind, [id])).get(id) ?? [];
  }

  /** By the id of the text. What the actor may not read is not in the map. */
  async ofAll(actor: Actor, name: string, ids: readonly string[]): Promise<Map<string, TextLanguage[]>> {
    const kind = this.kinds.named(name);
    const texts = await this.kinds.read(kind, this.database, actor, 'owner.id = any($1)', [ids]);
    const made = await this.database.query<Made[]>(
      `select owner_id, locale, status, source_revision from ${kind.translations} where owner_id = any($1)`,
      [texts.map(({ id }) => id)],
    );
    return new Map(texts.map((text) => [text.id, languagesOf(actor, text, made)]));
  }
}

const languagesOf = (actor: Actor, text: Text, made: readonly Made[]): TextLanguage[] =>
  LOCALES.filter((locale) => locale !== text.locale).map((locale) => ({
    locale,
    state: standing(
      text,
      made.find((each) => each.owner_id === text.id && each.locale === locale),
    ),
    translate: translationPolicy.may(actor, 'translate', { text, locale }),
  }));

function standing({ revision }: Text, made: Made | undefined): TextLanguage['state'] {
  if (!made) return 'missing';
  return made.source_revision < revision ? 'outdated' : made.status;
}
