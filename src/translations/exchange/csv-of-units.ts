import { readCsv, writeCsv, CsvFault } from '../../core/csv/csv';
import { Gathered } from './gathered';
import { refused } from './refused';
import {
  baseOf,
  languageIn,
  readTextId,
  readUnitId,
  textId,
  textOf,
  unitId,
  type Incoming,
  type Parcel,
} from './unit';

const COLUMNS = ['text', 'unit', 'state', 'from', 'source', 'to', 'target', 'base'] as const;
type Column = (typeof COLUMNS)[number];

/** One line for each block, as Markdown: marks are not protected here. */
export function writeUnits({ from, to, texts }: Parcel): string {
  const rows = texts.flatMap((text) =>
    text.units.map((unit) => {
      const target = unit.target && textOf(unit.target);
      const said = [textOf(unit.source), to, target ?? '', baseOf(target)];
      return [textId(text), unitId(unit), unit.state, from, ...said];
    }),
  );
  return writeCsv([COLUMNS, ...rows]);
}

/** @throws Invalid when it is no table, or another one */
export function readUnits(table: string): Incoming {
  const [head, ...rows] = tableIn(table);
  const place = new Map((head?.cells ?? []).map((name, index) => [name.trim().toLowerCase(), index]));
  if (!(['text', 'unit', 'from', 'source', 'to', 'target'] as const).every((name) => place.has(name)))
    throw refused('not_csv');
  const cell = (cells: readonly string[], name: Column) => cells[place.get(name) ?? -1];
  const languages = (['from', 'to'] as const).map((name) => languageIn(cell(rows[0]?.cells ?? [], name)));
  const gathered = new Gathered(languages[0]!, languages[1]!);
  for (const { cells, line } of rows) {
    const text = readTextId(cell(cells, 'text'));
    const unit = readUnitId(cell(cells, 'unit'));
    if (!text || !unit) {
      gathered.wrong({ line }, 'id', cell(cells, text ? 'unit' : 'text'));
      continue;
    }
    gathered.add({ ...text, ...unit }, { line }, cell(cells, 'base') || undefined, () => ({
      source: cell(cells, 'source') ?? '',
      target: cell(cells, 'target') || null,
      sourceLanguages: [cell(cells, 'from') ?? ''],
      targetLanguages: [cell(cells, 'to') ?? ''],
    }));
  }
  return gathered.incoming;
}

export function tableIn(table: string): ReturnType<typeof readCsv> {
  try {
    return readCsv(table);
  } catch (error) {
    if (error instanceof CsvFault) throw refused('not_csv');
    throw error;
  }
}
