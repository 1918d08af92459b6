import { briefPdf } from './brief/brief-pdf';
import { codesCsv } from './formats/code-lists';
import { csv, deskCsv } from './formats/csv';
import { comparisonJson } from './formats/json';
import { jsonStat } from './formats/json-stat';
import { sdmxCsv } from './formats/sdmx-csv';
import { eurostatTsv } from './formats/tsv';
import type { Publication } from './publication';
import { comparisonWorkbook } from './workbook/comparison-workbook';

/** The names of files, which never change: others lead to them. */
export const FILE_NAMES = [
  ...(['data.xlsx', 'data.csv', 'data.excel.csv', 'data.sdmx.csv', 'data.tsv', 'data.json'] as const),
  ...(['data.jsonstat.json', 'codes.csv', 'brief.pdf'] as const),
] as const;
export type FileName = (typeof FILE_NAMES)[number];

export interface DataFile {
  /** With its charset. */
  type: string;
  /** Whether it is another one in another language. */
  spoken: boolean;
  write: (publication: Publication) => string | Promise<string | Buffer>;
}

const CSV = 'text/csv; charset=utf-8; header=present';
const JSON_TYPE = 'application/json; charset=utf-8';

export const DATA_FILES: Record<FileName, DataFile> = {
  'data.xlsx': {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ...{ spoken: true, write: comparisonWorkbook },
  },
  'data.csv': { type: CSV, spoken: false, write: csv },
  'data.excel.csv': { type: CSV, spoken: true, write: deskCsv },
  'data.sdmx.csv': {
    type: 'application/vnd.sdmx.data+csv; version=2.0.0; charset=utf-8',
    ...{ spoken: false, write: sdmxCsv },
  },
  'data.tsv': { type: 'text/tab-separated-values; charset=utf-8', spoken: false, write: eurostatTsv },
  'data.json': { type: JSON_TYPE, spoken: false, write: comparisonJson },
  'data.jsonstat.json': { type: JSON_TYPE, spoken: true, write: jsonStat },
  'codes.csv': { type: CSV, spoken: false, write: codesCsv },
  'brief.pdf': { type: 'application/pdf', spoken: true, write: briefPdf },
};
