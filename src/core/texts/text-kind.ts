import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor';
import type { Scope } from '../access/policy';
import type { TranslationStatus } from '../database/translation';
import type { Key } from '../i18n/keys';
import type { Locale } from '../i18n/locales';

/** A line, plain paragraphs, Markdown, or Markdown with what published prose has beyond it (core/documents). */
export type Form = 'line' | 'prose' | 'markdown' | 'document';

/** Whether its words carry marks. */
export const isMarkdown = (form: Form): boolean => form === 'markdown' || form === 'document';

/** One string of a text that is translated: a room's name, the body of a post. */
export interface TextString {
  /** The name of its column, of its field and of its key in `Text.strings`. */
  name: string;
  form: Form;
  /** Characters at most. */
  limit: number;
  /** The limit counts characters as readers see them, and translations may be a quarter longer (text-length). */
  visible?: true;
  label: Key;
  /** A translation may stand without it: then readers see the original's. */
  optional?: true;
}

/** Where the parts of a text stand, as SQL over the owner's table, which is called `owner`, and what `joins` adds. */
export interface TextColumns {
  /** How it is called in lists. */
  title: string;
  /** The language of that, where it is not the text's own: a post goes by the title of its thread. */
  titleLocale?: string;
  /** Whose title that is, where it is another text's: the thread of a post. `id` is SQL. */
  titleOf?: { kind: string; id: string };
  /** Where it is read, without the locale: `'/rooms/' || owner.slug`. */
  path: string;
  /** Whom it belongs to; `null::uuid` for none. */
  partnershipId: string;
  platformId: string;
  roomId: string;
  /** Who wrote it; `null::uuid` when nobody answers for it by name. */
  authorId: string;
  /** For which organisation the author spoke, where that is kept with the text. */
  organisationId?: string;
  /** ISO 3166-1 alpha-2; `null::text` for none. */
  country: string;
  /** What it is about: values of the hub's themes, as `text[]`. */
  themes?: string;
  /** When it was written. */
  at: string;
  /** Whether it is still there to be read, in SQL: not withdrawn. */
  shown: string;
}

/** What was translated, for what follows at the capability that owns the text. */
export interface Translated {
  locale: Locale;
  status: TranslationStatus;
}

/**
 * A kind of content with a language of its own. Each capability declares its kinds (`post.texts.ts`); whatever is true
 * of all texts (translating, freshness, search, exchange) is done once for all of them.
 */
export abstract class TextKind {
  /** In addresses, in the journal's subjects and in the database: `post`. */
  abstract readonly name: string;
  /** What several of them are called. */
  abstract readonly label: Key;
  abstract readonly table: string;
  abstract readonly translations: string;
  /** The first one is the title of the text if it has one. */
  abstract readonly strings: readonly TextString[];
  abstract readonly columns: TextColumns;
  /** What `columns` and `readable` need beside `owner`: `join rooms room on room.id = owner.room_id`. */
  readonly joins: string = '';

  /**
   * What else it is called, and is found by, in each language: SQL for a jsonb object from locale to lines of words,
   * over `owner` and `joins`; `null` for nothing.
   */
  readonly names: string = 'null::jsonb';

  /** Its files may be seen by whoever may read it, also before it is shown as a text: those who assess it look at them. */
  readonly filesBeforeShown: boolean = false;

  /** The policy's scope, over `owner` and `joins`. */
  abstract readable(actor: Actor): Scope;

  /** Records the entry, in the transaction that has written the translation. */
  abstract translated(tx: EntityManager, actor: Actor, text: Text, what: Translated): Promise<void>;

  /**
   * The condition for the one text that an address of the hub leads to, where its path alone does not tell or finding it
   * by its path would look at too many: `where` as for `TextKinds.read`.
   */
  at(
    _address: Pick<URL, 'pathname' | 'searchParams' | 'hash'>,
  ): { where: string; values: unknown[] } | undefined {
    return undefined;
  }

  /**
   * Further columns of the translation that follow from its strings, such as HTML.
   * @throws Invalid when the strings cannot stand there
   */
  derived(_text: Text, _strings: Strings): Record<string, unknown> {
    return {};
  }
}

export type Strings = Record<string, string | null>;

/** One text as it stands, whatever it is. */
export interface Text {
  kind: string;
  id: string;
  locale: Locale;
  revision: number;
  /** In its own language, by name. */
  strings: Strings;
  title: string;
  titleLocale: Locale;
  /** The text whose title it is, where it goes by another one's. */
  titleOf: { kind: string; id: string } | null;
  path: string;
  partnershipId: string | null;
  platformId: string | null;
  roomId: string | null;
  authorId: string | null;
  organisationId: string | null;
  country: string | null;
  themes: string[];
  at: Date;
  shown: boolean;
}
