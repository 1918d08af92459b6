import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { rendered, type RenderedText } from '../core/database/rendered';
import type { TranslationEntity } from '../core/database/translation';
import type { Locale } from '../core/i18n/locales';
import type { Strings } from '../core/texts/text-kind';
import { TextKinds } from '../core/texts/text-kinds';
import type { Ground } from './grounds.service';
import { passageIn } from './quotation';
import type { Subject } from './relation';

type Translation = TranslationEntity & { strings: Strings };
/** Translations by the text's id. */
type Translations = Map<string, Translation[]>;

type Titled = Pick<Ground, 'title' | 'titleLocale' | 'text'>;
type Worded = Pick<Ground, 'text'>;

/** How grounds are called and what was quoted from them, in a reader's languages. */
export class GroundWords {
  constructor(
    private readonly kinds: TextKinds,
    private readonly translations: Translations,
    private readonly locales: readonly Locale[],
  ) {}

  title({ title, titleLocale, text }: Titled): RenderedText {
    const owner = text && titleOwner(this.kinds, text, title);
    const source = {
      ...{
        locale: titleLocale,
        revision: owner?.revision ?? 1,
        strings: owner ? { [owner.string]: title } : {},
      },
      translations: owner ? (this.translations.get(owner.id) ?? []) : [],
    };
    const found = owner && rendered(source, ({ strings }) => strings[owner.string] ?? null, this.locales);
    const original = {
      text: title,
      locale: titleLocale,
      state: 'original' as const,
      outdated: false,
      by: null,
    };
    return found ?? { ...original, originalLocale: titleLocale };
  }

  /** What it says under the title of another text: the answer to a question; `null` where the title says it. */
  said({ text }: Worded): RenderedText | null {
    const string = text?.titleOf && this.kinds.named(text.kind).strings[0]!.name;
    if (!string) return null;
    const { locale, revision, strings } = text;
    const source = { locale, revision, strings, translations: this.translations.get(text.id) ?? [] };
    return rendered<typeof source, Translation>(source, (row) => row.strings[string] ?? null, this.locales);
  }

  /** The same as it was written first. */
  originalOf({ text, title }: Titled): string {
    const string = text?.titleOf && this.kinds.named(text.kind).strings[0]!.name;
    return (string && text.strings[string]) || title;
  }

  /** The passage around a quotation; `null` when the reader has no other words for it. */
  passage({ text }: Worded, quote: string): RenderedText | null {
    if (!text) return null;
    const kind = this.kinds.named(text.kind);
    const translations = (this.translations.get(text.id) ?? []).flatMap((each) => {
      const passage = passageIn(quote, kind.strings, text.strings, each.strings);
      return passage ? [{ ...each, strings: { passage } }] : [];
    });
    const { locale, revision } = text;
    const source = { locale, revision, strings: { passage: quote }, translations };
    const found = rendered<typeof source, Translation>(
      source,
      ({ strings }) => strings['passage'] ?? null,
      this.locales,
    );
    return found?.state === 'original' ? null : found;
  }
}

/** Reads the translations that a reader might be shown, of all grounds at once. */
@Injectable()
export class GroundsInWords {
  constructor(private readonly kinds: TextKinds) {}

  async of(
    database: DataSource | EntityManager,
    grounds: readonly Titled[],
    locales: readonly Locale[],
  ): Promise<GroundWords> {
    const wanted = grounds.flatMap(({ text, title }): Subject[] => {
      if (!text) return [];
      const owner = titleOwner(this.kinds, text, title);
      return owner && owner.id !== text.id ? [text, owner] : [text];
    });
    const translations: Translations = new Map();
    for (const { name } of this.kinds.all) {
      const ids = wanted.filter(({ kind }) => kind === name).map(({ id }) => id);
      for (const row of await this.read(database, name, ids, locales))
        translations.set(row.ownerId, [...(translations.get(row.ownerId) ?? []), row]);
    }
    return new GroundWords(this.kinds, translations, locales);
  }

  async read(
    database: DataSource | EntityManager,
    name: string,
    ids: readonly string[],
    locales: readonly Locale[],
  ): Promise<Translation[]> {
    if (ids.length === 0) return [];
    const { translations, strings } = this.kinds.named(name);
    const named = strings.map((each) => `'${each.name}', ${each.name}`).join(', ');
    return database.query<Translation[]>(
      `select owner_id as "ownerId", locale, status, source_revision as "sourceRevision", origin,
         translated_by as "translatedBy", json_build_object(${named}) as strings
       from ${translations} where owner_id = any($1::uuid[]) and locale = any($2::text[])`,
      [ids, locales],
    );
  }
}

/** Whose title it is that a text goes by, and in which of its strings it stands. */
function titleOwner(kinds: TextKinds, text: NonNullable<Ground['text']>, title: string) {
  const { titleOf, kind, id, revision, strings } = text;
  const owner = titleOf ? { ...titleOf, revision: 0 } : { kind, id, revision };
  const string = kinds.of(owner.kind)?.strings[0]?.name;
  if (string === undefined || (!titleOf && strings[string] !== title)) return undefined;
  return { ...owner, string };
}
