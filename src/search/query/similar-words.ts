import type { DataSource } from 'typeorm';
import { fold, lower } from '../stemming/words';

/** How many letters, in threes, two words must share. */
const LIKENESS = 0.45;
const MOST = 8;

/** Words of the hub that may have been meant, by the word that was typed. They are for finding, never for showing. */
export async function similarWords(database: DataSource, typed: string[]): Promise<Map<string, string[]>> {
  const asked = typed.filter((word) => /^\p{L}{4,40}$/u.test(word));
  if (asked.length === 0) return new Map();
  const rows = await database.transaction(async (tx) => {
    await tx.query(`select set_config('pg_trgm.similarity_threshold', $1, true)`, [String(LIKENESS)]);
    return tx.query<{ typed: string; similar: string[] }[]>(
      `select asked.word as typed, array(
         select known.word from search_words known where known.word % asked.word
         order by similarity(known.word, asked.word) desc, known.word limit ${MOST}
       ) as similar
       from unnest($1::text[]) as asked (word)`,
      [asked.map(fold)],
    );
  });
  return new Map(
    asked.map((word) => [
      lower(word),
      rows.find(({ typed: folded }) => folded === fold(word))?.similar ?? [],
    ]),
  );
}
