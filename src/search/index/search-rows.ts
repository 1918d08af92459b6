import type { EntityManager } from 'typeorm';
import { Actor } from '../../core/access/actor';
import type { TranslationStatus } from '../../core/database/translation';
import type { Strings, Text, TextKind } from '../../core/texts/text-kind';
import type { TextKinds } from '../../core/texts/text-kinds';
import { lexemesOf } from './lexemes';
import { plainText } from './plain-text';

interface Rendering {
  owner_id: string;
  locale: string;
  status: TranslationStatus | null;
  strings: Strings;
}

interface Row {
  owner_id: string;
  locale: string;
  status: TranslationStatus | null;
  title: string | null;
  body: string;
  lexemes: string;
  room_id: string | null;
  partnership_id: string | null;
  platform_id: string | null;
  author_id: string | null;
  country: string | null;
  themes: string[];
  at: Date | null;
}

/** Makes the rows of some texts of one kind anew, in all their languages; of those that are gone, none are left. */
export async function writeRows(
  tx: EntityManager,
  kinds: TextKinds,
  kind: TextKind,
  ids: string[],
): Promise<void> {
  const texts = (await kinds.read(kind, tx, Actor.system, 'owner.id = any($1::uuid[])', [ids])).filter(
    ({ shown }) => shown,
  );
  const renderings = await translationsOf(tx, kind, texts);
  const named = await namesOf(tx, kind, texts);
  const made = texts.flatMap((text) => {
    const names = named.get(text.id) ?? {};
    const written = [originalOf(text), ...(renderings.get(text.id) ?? [])];
    const only = Object.keys(names).filter((locale) => !written.some((each) => each.locale === locale));
    const all = [...written, ...only.map((locale) => ({ ...originalOf(text), locale, strings: {} }))];
    return all.map((rendering) => rowOf(kind, text, rendering, linesOf(names[rendering.locale])));
  });
  await tx.query('delete from search_rows where owner_id = any($1::uuid[]) and kind = $2', [ids, kind.name]);
  await insertRows(
    tx,
    kind.name,
    made.map(({ row }) => row),
  );
  const vocabulary = new Set(made.flatMap((each) => each.vocabulary));
  await tx.query(
    'insert into search_words select word from unnest($1::text[]) word order by word on conflict do nothing',
    [[...vocabulary]],
  );
}

/** What texts are called beside what they say, by language; also in languages in which they say nothing. */
async function namesOf(
  tx: EntityManager,
  kind: TextKind,
  texts: Text[],
): Promise<Map<string, Record<string, string>>> {
  const rows = await tx.query<{ id: string; names: Record<string, string> | null }[]>(
    `select owner.id, ${kind.names} as names from ${kind.table} owner ${kind.joins}
     where owner.id = any($1::uuid[])`,
    [texts.map(({ id }) => id)],
  );
  return new Map(rows.map(({ id, names }) => [id, names ?? {}]));
}

const linesOf = (names: string | undefined): string[] => names?.split('\n') ?? [];

const originalOf = ({ id, locale, strings }: Text): Rendering => ({
  ...{ owner_id: id, locale, strings, status: null },
});

async function translationsOf(
  tx: EntityManager,
  kind: TextKind,
  texts: Text[],
): Promise<Map<string, Rendering[]>> {
  const strings = kind.strings.map(({ name }) => `'${name}', ${name}`).join(', ');
  const rows = await tx.query<Rendering[]>(
    `select owner_id, locale, status, json_build_object(${strings}) as strings
     from ${kind.translations} where owner_id = any($1::uuid[])`,
    [texts.map(({ id }) => id)],
  );
  const locales = new Map(texts.map(({ id, locale }) => [id, locale]));
  const others = rows.filter((row) => row.locale !== locales.get(row.owner_id));
  return new Map(texts.map(({ id }) => [id, others.filter((row) => row.owner_id === id)]));
}

function rowOf(
  kind: TextKind,
  text: Text,
  rendering: Rendering,
  [name, ...names]: string[],
): { row: Row; vocabulary: string[] } {
  const [first, ...others] = kind.strings;
  const said = ({ name, form }: (typeof kind.strings)[number]) =>
    plainText(rendering.strings[name] ?? '', form);
  const titled = first?.form === 'line';
  const title = name ?? (titled ? said(first) : null);
  const body = [...names, ...(titled ? others : kind.strings).map(said)].filter(Boolean).join(' · ');
  const { locale, status } = rendering;
  const { lexemes, vocabulary } = lexemesOf(title, body, locale);
  const { roomId, partnershipId, platformId, authorId, country, themes, at } = text;
  const where = { room_id: roomId, partnership_id: partnershipId, platform_id: platformId };
  const about = { author_id: authorId, country, themes, at };
  return { row: { owner_id: text.id, locale, status, title, body, lexemes, ...where, ...about }, vocabulary };
}

async function insertRows(tx: EntityManager, kind: string, rows: Row[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `insert into search_rows (kind, owner_id, locale, status, title, body, lexemes, room_id, partnership_id,
       platform_id, author_id, country, themes, at)
     select $1, owner_id, locale, status, title, body, lexemes::tsvector, room_id, partnership_id, platform_id,
       author_id, country, themes, at
     from json_to_recordset($2::json) as given (owner_id uuid, locale text, status text, title text, body text,
       lexemes text, room_id uuid, partnership_id uuid, platform_id uuid, author_id uuid, country text,
       themes text[], at timestamptz)`,
    [kind, JSON.stringify(rows)],
  );
}
