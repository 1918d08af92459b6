import { writeCsv } from '../../core/csv/csv';
import { tableIn } from './csv-of-units';
import type { IncomingPair, Pair } from './pair';
import { refused } from './refused';
import { languageIn } from './unit';

const COLUMNS = ['from', 'source', 'to', 'target'] as const;

export const writePairs = (pairs: readonly Pair[]): string =>
  writeCsv([COLUMNS, ...pairs.map(({ from, source, to, target }) => [from, source, to, target])]);

/** @throws Invalid when it is no table, or another one */
export function readPairs(table: string): IncomingPair[] {
  const [head, ...rows] = tableIn(table);
  const names = (head?.cells ?? []).map((name) => name.trim().toLowerCase());
  if (!COLUMNS.every((name) => names.includes(name))) throw refused('not_csv');
  return rows.map(({ cells, line }) => {
    const cell = (name: (typeof COLUMNS)[number]) => cells[names.indexOf(name)] ?? '';
    return {
      ...{ from: languageIn(cell('from')), source: cell('source').trim(), line },
      ...{ to: languageIn(cell('to')), target: cell('target').trim() },
    };
  });
}
