import type { Cell, Sheet } from '../../../core/spreadsheets/workbook';
import { writeWorkbook } from '../../../core/spreadsheets/write-workbook';
import { codesOf } from '../formats/code-lists';
import { type TidyCell, tidyRows } from '../formats/tidy';
import type { Publication } from '../publication';
import { said } from '../said';
import { readMe } from './read-me';
import { peopleTable } from './people-table';

/** A workbook: what it is, the data in tidy rows, what its codes mean, and a table for people. */
export function comparisonWorkbook(publication: Publication): Promise<Buffer> {
  const { data, language } = publication;
  return writeWorkbook({
    title: said(data.title, language.locale).text,
    creator: data.partnership.name,
    language: language.locale,
    day: data.publishedOn ?? '2000-01-01',
    sheets: [readMe(publication), tidySheet(publication), codeSheet(publication), peopleTable(publication)],
  });
}

const head = (text: string): Cell => ({ text, look: 'head' });

/** Country, dimension and question stay while one looks further to the right. */
const FROZEN_COLUMNS = 4;

function tidySheet(publication: Publication): Sheet {
  const { columns, rows } = tidyRows(publication);
  return {
    name: publication.language.t('comparisons:data.sheet.data'),
    widths: columns.map(({ width }) => width),
    frozen: { rows: 1, columns: FROZEN_COLUMNS },
    filtered: true,
    rows: [columns.map(({ name }) => head(name)), ...(rows satisfies TidyCell[][])],
  };
}

function codeSheet(publication: Publication): Sheet {
  const { language } = publication;
  const { t } = language;
  const header = [
    t('comparisons:data.column'),
    t('comparisons:data.question'),
    t('comparisons:data.code'),
    t('comparisons:data.meaning'),
  ];
  const rows = codesOf(publication).map(({ list, within, code, label }) => [
    list,
    within,
    code,
    label(language),
  ]);
  return {
    name: t('comparisons:data.sheet.codes'),
    widths: [14, 12, 16, 80],
    frozen: { rows: 1, columns: 0 },
    filtered: true,
    rows: [header.map(head), ...rows],
  };
}
