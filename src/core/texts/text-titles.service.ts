import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../access/actor';
import type { TextState } from '../database/translation';
import type { Locale } from '../i18n/locales';
import type { Text, TextKind } from './text-kind';
import { TextKinds } from './text-kinds';

/** Which text is meant. */
export interface TextSubject {
  kind: string;
  id: string;
}

/** How a text is called in a reader's languages, and where it is read. */
export interface TextTitle {
  text: Text;
  title: string;
  locale: Locale;
  state: TextState;
  /** Without the locale. */
  path: string;
}

interface TranslatedTitle {
  owner_id: string;
  locale: Locale;
  status: Exclude<TextState, 'original'>;
  title: string;
}

export const subjectKey = ({ kind, id }: TextSubject): string => `${kind} ${id}`;

/** Names texts of any kind to a reader, for lists that lead to all sorts of things. */
@Injectable()
export class TextTitles {
  constructor(
    private readonly database: DataSource,
    private readonly kinds: TextKinds,
  ) {}

  /** By `subjectKey`. What the actor may not read, what was withdrawn and what is no text is not in the map. */
  async of(
    actor: Actor,
    subjects: readonly TextSubject[],
    locales: readonly Locale[],
  ): Promise<Map<string, TextTitle>> {
    const named = await Promise.all(
      this.kinds.all.map(async (kind) => {
        const ids = subjects.filter((subject) => subject.kind === kind.name).map(({ id }) => id);
        return ids.length === 0 ? [] : this.ofKind(actor, kind, ids, locales);
      }),
    );
    return new Map(named.flat().map((each) => [subjectKey(each.text), each]));
  }

  private async ofKind(actor: Actor, kind: TextKind, ids: string[], locales: readonly Locale[]) {
    const [texts, translated] = await Promise.all([
      this.kinds.read(kind, this.database, actor, 'owner.id = any($1::uuid[])', [ids]),
      this.translated(kind, ids, locales),
    ]);
    return texts.filter(({ shown }) => shown).map((text) => titleOf(text, translated, locales));
  }

  /** Only where a text goes by a string of its own; a post goes by the title of its thread. */
  private async translated(kind: TextKind, ids: string[], locales: readonly Locale[]) {
    const [, name] = /^owner\.(\w+)$/.exec(kind.columns.title) ?? [];
    if (!kind.strings.some((string) => string.name === name)) return [];
    return this.database.query<TranslatedTitle[]>(
      `select owner_id, locale, status, ${name} as title from ${kind.translations}
       where owner_id = any($1::uuid[]) and locale = any($2::text[]) and ${name} <> ''`,
      [ids, locales],
    );
  }
}

function titleOf(text: Text, translated: TranslatedTitle[], locales: readonly Locale[]): TextTitle {
  const { title, titleLocale, path } = text;
  for (const locale of locales) {
    if (locale === titleLocale) break;
    const found = translated.find((each) => each.owner_id === text.id && each.locale === locale);
    if (found) return { text, title: found.title, locale, state: found.status, path };
  }
  return { text, title, locale: titleLocale, state: 'original', path };
}
