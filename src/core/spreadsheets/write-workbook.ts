import { zipAside } from '../zip/zip-aside';
import type { ZipEntry } from '../zip/zip';
import { writeSheet } from './write-sheet';
import { STYLES } from './styles';
import type { Sheet, Workbook } from './workbook';
import { escaped } from './cells';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const KIND = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A workbook as XLSX (ECMA-376): the same bytes for the same sheets. */
export async function writeWorkbook(book: Workbook): Promise<Buffer> {
  const names = namesOf(book.sheets);
  const entries: ZipEntry[] = [
    part('[Content_Types].xml', contentTypes(book.sheets.length)),
    part('_rels/.rels', PACKAGE_RELATIONS),
    part('docProps/core.xml', properties(book)),
    part('xl/workbook.xml', workbook(book.sheets, names)),
    part('xl/_rels/workbook.xml.rels', relations(book.sheets.length)),
    part('xl/styles.xml', STYLES),
  ];
  for (const [place, sheet] of book.sheets.entries())
    for (const [name, content] of await writeSheet(sheet, place + 1)) entries.push(part(name, content));
  return zipAside(entries, book.day);
}

const part = (name: string, content: string): ZipEntry => ({ name, bytes: Buffer.from(HEAD + content) });

const LONGEST_NAME = 31;

/** As spreadsheets take them: no two alike, whatever case. */
function namesOf(sheets: readonly Sheet[]): string[] {
  const taken = new Set<string>();
  return sheets.map(({ name }, place) => {
    const plain = name
      .replace(/[[\]:*?/\\]/g, ' ')
      .replace(/^'+|'+$/g, '')
      .trim()
      .slice(0, LONGEST_NAME);
    const own = plain === '' || taken.has(plain.toLowerCase()) ? `${plain.slice(0, 27)} ${place + 1}` : plain;
    taken.add(own.toLowerCase());
    return own;
  });
}

const numbers = (count: number): number[] => Array.from({ length: count }, (_, place) => place + 1);

const contentTypes = (count: number): string =>
  `<Types xmlns="${PACKAGE}/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  `<Override PartName="/xl/workbook.xml" ContentType="${KIND}.sheet.main+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${KIND}.styles+xml"/>` +
  '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>' +
  numbers(count)
    .map((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${KIND}.worksheet+xml"/>`)
    .join('') +
  '</Types>';

const PACKAGE_RELATIONS =
  `<Relationships xmlns="${PACKAGE}/relationships">` +
  `<Relationship Id="rId1" Type="${RELATION}/officeDocument" Target="xl/workbook.xml"/>` +
  `<Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>` +
  '</Relationships>';

const properties = ({ title, creator, language, day }: Workbook): string =>
  `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" ` +
  'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
  `<dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(creator)}</dc:creator>` +
  `<dc:language>${escaped(language)}</dc:language>` +
  `<dcterms:created xsi:type="dcterms:W3CDTF">${day.slice(0, 10)}T12:00:00Z</dcterms:created>` +
  '</cp:coreProperties>';

function workbook(sheets: readonly Sheet[], names: readonly string[]): string {
  const list = names.map(
    (name, place) => `<sheet name="${escaped(name)}" sheetId="${place + 1}" r:id="rId${place + 1}"/>`,
  );
  const repeated = sheets.flatMap(({ frozen }, place) =>
    frozen?.rows
      ? [
          `<definedName name="_xlnm.Print_Titles" localSheetId="${place}">` +
            `'${escaped(names[place]!.replaceAll("'", "''"))}'!$1:$${frozen.rows}</definedName>`,
        ]
      : [],
  );
  return (
    `<workbook xmlns="${MAIN}" xmlns:r="${RELATION}"><sheets>${list.join('')}</sheets>` +
    `${repeated.length > 0 ? `<definedNames>${repeated.join('')}</definedNames>` : ''}</workbook>`
  );
}

const relations = (count: number): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">` +
  numbers(count)
    .map((n) => `<Relationship Id="rId${n}" Type="${RELATION}/worksheet" Target="worksheets/sheet${n}.xml"/>`)
    .join('') +
  `<Relationship Id="rId${count + 1}" Type="${RELATION}/styles" Target="styles.xml"/></Relationships>`;
