import type { Client } from 'pg';

/** Different words, and how many of them each post says beside what it says already. */
const VOCABULARY = 20_000;
const PER_POST = 40;
const SYLLABLES = 'ba de fi go hu ka le mi no pu ra se ti vo zu bri dal gon stu ver'.split(' ');

/** Made up of four syllables; the first ones are said most, as in every language (Zipf). */
export const wordOf = (rank: number): string => {
  let left = (rank * 7919) % SYLLABLES.length ** 4;
  return Array.from({ length: 4 }, () => {
    const syllable = SYLLABLES[left % SYLLABLES.length]!;
    left = Math.floor(left / SYLLABLES.length);
    return syllable;
  }).join('');
};

/** Real texts differ from each other; seeded ones are the same few. */
export async function addWords(client: Client): Promise<void> {
  await client.query('begin');
  await client.query('set local session_replication_role = replica');
  await client.query('select setseed(0.5)');
  await client.query('create temp table vocabulary (rank int primary key, word text) on commit drop');
  await client.query(
    'insert into vocabulary select n, word from unnest($1::text[]) with ordinality as given (word, n)',
    [Array.from({ length: VOCABULARY }, (_, index) => wordOf(index + 1))],
  );
  await client.query(
    `update posts set body = posts.body || E'\\n\\n' || said.words
     from (
       select drawn.id, string_agg(word, ' ') as words
       from (
         select posts.id, ceil(exp(random() * ln(${VOCABULARY})))::int as rank
         from posts cross join generate_series(1, ${PER_POST})
       ) drawn join vocabulary using (rank) group by drawn.id
     ) said where said.id = posts.id`,
  );
  await client.query('commit');
  await client.query('vacuum (analyze) posts');
}

/** How many are asked for of each. */
const ASKED = 40;
/** Parts of all posts that a word of the class stands in. */
export const CLASSES = {
  rare: [0, 0.0007],
  medium: [0.005, 0.02],
  common: [0.08, 1],
} as const;
export type Class = keyof typeof CLASSES;

/** Words of each class, by counting them. */
export async function askedWords(client: Client): Promise<Record<Class, string[]>> {
  const ranks = [
    1,
    2,
    3,
    5,
    8,
    12,
    18,
    25,
    32,
    40,
    ...Array.from({ length: 60 }, (_, turn) => 150 + turn * 11),
  ];
  ranks.push(...Array.from({ length: 60 }, (_, turn) => 12_000 + turn * 131));
  const { rows } = await client.query<{ word: string; part: number }>(
    `select word, (select count(*) from search_rows where kind = 'post' and lexemes @@ ('''=' || word || '''')::tsquery)
       / (select count(*) from posts)::float as part
     from unnest($1::text[]) word`,
    [[...new Set(ranks.map(wordOf))]],
  );
  const of = ([least, most]: readonly [number, number]) =>
    rows
      .filter(({ part }) => part > least && part <= most)
      .map(({ word }) => word)
      .slice(0, ASKED);
  return { rare: of(CLASSES.rare), medium: of(CLASSES.medium), common: of(CLASSES.common) };
}
