import type { Cell, Sheet } from '../../../core/spreadsheets/workbook';
import { licenceAddress } from '../licence';
import { fundingText, permanentAddress, type Publication } from '../publication';
import { said } from '../said';

const wrapped = (text: string): Cell => ({ text, look: 'wrapped' });
const strong = (text: string): Cell => ({ text, look: 'strong' });

/** What must be known before a number is used. */
export function readMe(publication: Publication): Sheet {
  const { data, language, contact } = publication;
  const { t, locale } = language;
  const facts: [label: string, value: Cell][] = [
    [t('comparisons:data.version'), wrapped(versionOf(publication))],
    [t('comparisons:data.permanent'), linkTo(permanentAddress(publication))],
    [t('comparisons:data.publisher'), wrapped(data.partnership.name)],
    [t('comparisons:data.period'), wrapped(data.period ?? '')],
    [t('comparisons:data.licence'), licence(data.licence)],
    [t('comparisons:data.doi'), data.doi ? linkTo(`https://doi.org/${data.doi}`) : null],
    [
      t('comparisons:data.contact'),
      wrapped(contact ?? `${publication.origin}/partnerships/${data.partnership.slug}`),
    ],
    [t('comparisons:data.changes'), wrapped(data.note?.text ?? '')],
    [t('comparisons:data.funding'), wrapped(fundingText(publication))],
  ];
  const rules = [
    ...[
      t('comparisons:data.no_rank'),
      t('comparisons:data.different_things'),
      t('comparisons:data.few_persons'),
    ],
    ...[t('comparisons:data.not_nought'), t('comparisons:data.by_people')],
  ];
  const { summary } = data;
  return {
    name: t('comparisons:data.sheet.read_me'),
    widths: [28, 100],
    rows: [
      [{ text: said(data.title, locale).text, look: 'title' }],
      ...(summary ? [[null, wrapped(said(summary, locale).text)]] : []),
      [],
      ...facts.filter(([, value]) => !isEmpty(value)).map(([label, value]) => [strong(label), value]),
      [],
      [strong(t('comparisons:data.to_know'))],
      ...rules.map((rule) => [null, wrapped(rule)]),
    ],
  };
}

const isEmpty = (cell: Cell): boolean =>
  cell === null || (typeof cell === 'object' && 'text' in cell && !cell.text);

const linkTo = (address: string): Cell => ({ text: address, address });

function licence(name: string): Cell {
  const address = licenceAddress(name);
  return address ? { text: `${name} (${address})`, address } : wrapped(name);
}

function versionOf({ data, language }: Publication): string {
  const day = data.publishedOn ? language.calendarDate(data.publishedOn) : '';
  return [String(data.version), day].filter(Boolean).join(', ');
}
