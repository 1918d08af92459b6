import type { DataSource, EntityManager } from 'typeorm';
import { machineOf } from '../../core/texts/origin';
import type { TextKind } from '../../core/texts/text-kind';
import type { TextKinds } from '../../core/texts/text-kinds';
import type { ComparisonData } from '../comparison-data';
import { eachWords, keyOf, type TextTranslation, type Translations } from './comparison-words';

type Database = DataSource | EntityManager;

/** What people made of these texts of one kind, as it stands. */
export async function translationsOf(
  database: Database,
  kind: TextKind,
  ids: readonly string[],
): Promise<Map<string, TextTranslation[]>> {
  const named = kind.strings.map(({ name }) => `'${name}', ${name}`).join(', ');
  const rows = await database.query<(TextTranslation & { id: string })[]>(
    `select owner_id as id, locale, status, source_revision as "sourceRevision", origin,
       translator_id as "translatorId", json_build_object(${named}) as strings
     from ${kind.translations} where owner_id = any($1) order by locale`,
    [ids],
  );
  const found = new Map<string, TextTranslation[]>();
  for (const { id, ...row } of rows) {
    const key = keyOf({ kind: kind.name, id });
    found.set(key, [...(found.get(key) ?? []), row]);
  }
  return found;
}

/** Of all that is said in it. */
export async function translationsIn(
  database: Database,
  kinds: TextKinds,
  data: ComparisonData,
): Promise<Translations> {
  const ids = new Map<string, Set<string>>();
  for (const [{ kind, id }] of eachWords(data)) ids.set(kind, (ids.get(kind) ?? new Set()).add(id));
  const found: Translations[] = [];
  for (const [kind, all] of ids) found.push(await translationsOf(database, kinds.named(kind), [...all]));
  return new Map(found.flatMap((each) => [...each]));
}

/** Who made each: a machine, or a person by the name that she has now. */
export async function namesOf(
  database: Database,
  translations: Translations,
): Promise<(translation: TextTranslation) => string | null> {
  const ids = new Set([...translations.values()].flat().flatMap(({ translatorId }) => translatorId ?? []));
  const people = await database.query<{ id: string; name: string }[]>(
    'select id, name from people where id = any($1)',
    [[...ids]],
  );
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return ({ origin, translatorId }) => machineOf(origin) ?? names.get(translatorId ?? '') ?? null;
}
