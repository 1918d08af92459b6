import { CsvFault, readCsv, writeCsv, type CsvRow } from '../../core/csv/csv';
import { Invalid, type FieldProblem } from '../../core/errors/refusal';
import type { ConceptRecord } from './concept-record';

/** The table has one row for each concept, each of its terms and each of its notes on a country. */
const COLUMNS = [
  ...['record', 'concept', 'domain', 'country', 'language', 'text', 'standing', 'confidence'],
  ...['part_of_speech', 'gender', 'note', 'sources'],
] as const;
type Column = string;
type Cells = Partial<Record<Column, string>>;

/** The termbase as a table. */
export const writeTermbase = (records: readonly ConceptRecord[]): string =>
  writeCsv([COLUMNS, ...records.flatMap(rowsOf).map((cells) => COLUMNS.map((name) => cells[name] ?? ''))]);

function rowsOf({ slug, terms, countryNotes, ...concept }: ConceptRecord): Cells[] {
  const { domain, locale, definition, note, sources } = concept;
  return [
    {
      ...{ record: 'concept', concept: slug, domain, language: locale, text: definition },
      ...{ note: note ?? '', sources: sources.join('\n') },
    },
    ...terms.map((term) => ({
      ...{ record: 'term', concept: slug, language: term.locale, text: term.word },
      ...{ standing: term.standing, confidence: term.confidence },
      ...{ part_of_speech: term.partOfSpeech ?? '', gender: term.gender ?? '' },
      ...{ note: term.note ?? '', sources: term.sources.join('\n') },
    })),
    ...countryNotes.map(({ country, locale, text }) => ({
      ...{ record: 'country', concept: slug, country, language: locale, text },
    })),
  ];
}

/** What a table holds, not yet checked, and the line from which each part of it comes. */
export interface ReadTermbase {
  /** What `Termbase.import` will check. */
  records: ConceptRecord[];
  /** The line of what a problem speaks of: `0.terms.2.word` → 14. */
  lineOf(path: string): number;
}

/** @throws Invalid when it is no such table, with paths `line.<number>` */
export function readTermbase(text: string): ReadTermbase {
  const [head, ...rows] = read(text);
  const names = head?.cells.map((name) => name.trim()) ?? [];
  const unknown = names.filter((name) => !COLUMNS.some((column) => column === name));
  if (!['record', 'concept', 'language', 'text'].every((name) => names.includes(name)) || unknown.length > 0)
    throw new Invalid([at(head?.line ?? 1, 'glossary:problem.columns')]);
  return new Reading(rows.map((row) => ({ line: row.line, cells: named(names, row) }))).done();
}

function read(text: string): CsvRow[] {
  try {
    return readCsv(text);
  } catch (error) {
    if (error instanceof CsvFault) throw new Invalid([at(error.line, 'glossary:problem.table')]);
    throw error;
  }
}

const named = (names: readonly string[], { cells }: CsvRow): Cells =>
  Object.fromEntries(names.map((name, place) => [name, cells[place] ?? '']));

const at = (line: number, key: FieldProblem['key']): FieldProblem => ({ path: `line.${line}`, key });

/** Rows of one concept need not stand together. Cells are taken as they are: `Termbase.import` says what is wrong. */
class Reading {
  private readonly records: ConceptRecord[] = [];
  private readonly places = new Map<string, number>();
  private readonly lines = new Map<string, number>();
  private readonly problems: FieldProblem[] = [];

  constructor(private readonly rows: { line: number; cells: Cells }[]) {}

  done(): ReadTermbase {
    for (const { line, cells } of this.rows) if (cells['record'] === 'concept') this.concept(line, cells);
    for (const { line, cells } of this.rows) if (cells['record'] !== 'concept') this.part(line, cells);
    if (this.problems.length > 0) throw new Invalid(this.problems.slice(0, 50));
    return { records: this.records, lineOf: (path) => this.lineOf(path) };
  }

  private concept(line: number, cells: Cells): void {
    const slug = cells['concept'] ?? '';
    if (this.places.has(slug)) {
      this.problems.push(at(line, 'glossary:problem.concept_twice'));
      return;
    }
    const place = this.records.push({
      ...{ slug, domain: cells['domain'], locale: cells['language'], definition: cells['text'] },
      ...{ note: cells['note'] || null, sources: linesOf(cells['sources']), terms: [], countryNotes: [] },
    } as unknown as ConceptRecord);
    this.places.set(slug, place - 1);
    this.lines.set(String(place - 1), line);
  }

  private part(line: number, cells: Cells): void {
    const place = this.places.get(cells['concept'] ?? '');
    const record = place === undefined ? undefined : this.records[place];
    if (!record || !['term', 'country'].includes(cells['record'] ?? '')) {
      const key = record ? 'glossary:problem.record' : 'glossary:problem.no_concept';
      this.problems.push(at(line, key));
      return;
    }
    const list = cells['record'] === 'term' ? 'terms' : 'countryNotes';
    const parts: unknown[] = record[list];
    parts.push(cells['record'] === 'term' ? termOf(cells) : noteOf(cells));
    this.lines.set(`${place}.${list}.${parts.length - 1}`, line);
  }

  private lineOf(path: string): number {
    const parts = path.split('.');
    for (let length = Math.min(3, parts.length); length > 0; length -= 1) {
      const line = this.lines.get(parts.slice(0, length).join('.'));
      if (line !== undefined) return line;
    }
    return 1;
  }
}

const termOf = (cells: Cells) => ({
  ...{ locale: cells['language'], word: cells['text'], standing: cells['standing'] },
  ...{ confidence: cells['confidence'], partOfSpeech: cells['part_of_speech'] || null },
  ...{ gender: cells['gender'] || null, note: cells['note'] || null, sources: linesOf(cells['sources']) },
});

const noteOf = (cells: Cells) => ({
  ...{ country: cells['country'], locale: cells['language'], text: cells['text'] },
});

const linesOf = (cell: string | undefined): string[] =>
  (cell ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
