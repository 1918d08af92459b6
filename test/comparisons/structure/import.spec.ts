import { Zip, ZipDeflate, zipSync } from 'fflate';
import { readCsv, writeCsv } from '../../../src/core/csv/csv';
import { readWorkbook, type ReadRow, WorkbookFault } from '../../../src/core/spreadsheets/read-workbook';
import { writeWorkbook } from '../../../src/core/spreadsheets/write-workbook';
import {
  aComparison,
  aCountry,
  anAnswer,
  aQuestion,
  type TestComparison,
  type TestCountry,
} from '../../factories/comparisons';
import { aMember } from '../../factories/platforms';
import { TestClient } from '../../support/client';
import { startHub, type TestHub } from '../../support/hub';

const book = (rows: (string | { number: string } | null)[][]) =>
  writeWorkbook({
    ...{ title: 'Answers', creator: 'Test', language: 'en', day: '2026-01-01' },
    sheets: [{ name: 'Answers', widths: [10], rows }],
  });

const sheetOf = (rows: string, strings = '') => {
  const parts = {
    'xl/workbook.xml': `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
      xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>
      <sheet name="A" sheetId="1" r:id="x"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
      <Relationship Id="x" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
      <sheetData>${rows}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${strings}</sst>`,
  };
  return Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, Buffer.from(xml)]));
};

describe('A workbook that is read', () => {
  const cells = (rows: ReadRow[]) => rows.map(({ line, cells: own }) => [line, own]);

  it('says what its cells say, whatever program wrote it', async () => {
    const written = await book([['Question [question]', 'ä & <b>', { number: '254.5' }, null, 'x']]);
    expect(cells(await readWorkbook(written))).toEqual([
      [1, ['Question [question]', 'ä & <b>', '254.5', '', 'x']],
    ]);
    const rows = `<row r="3"><c r="B3" t="s"><v>0</v></c><c r="C3"><v>7.4000000000000004</v></c>
      <c r="D3"><f>1+1</f><v>2</v></c><c r="E3" t="b"><v>1</v></c></row>`;
    const parts = sheetOf(rows, '<si><r><t>One </t></r><r><t>text_x000A_two</t></r></si>');
    const streamed: Uint8Array[] = [];
    const zip = new Zip((_, chunk) => streamed.push(chunk));
    for (const [name, bytes] of Object.entries(parts)) {
      const entry = new ZipDeflate(name);
      zip.add(entry);
      entry.push(bytes, true);
    }
    zip.end();
    for (const bytes of [Buffer.from(zipSync(parts)), Buffer.concat(streamed)])
      expect(cells(await readWorkbook(bytes))).toEqual([
        [3, ['', 'One text\ntwo', '7.4', { formula: true }, '1']],
      ]);
  });

  it('is refused when it is none, or a bomb', async () => {
    const bomb = sheetOf('');
    bomb['xl/sharedStrings.xml'] = Buffer.alloc(25 * 1024 * 1024, ' ');
    const wide = sheetOf(`<row r="1"><c r="ZZZ1"><v>1</v></c></row>`);
    const entity = sheetOf('');
    entity['xl/sharedStrings.xml'] = Buffer.from('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>');
    const wrong = [
      ...[bomb, wide, entity, { 'a.txt': Buffer.from('a') }].map((parts) => Buffer.from(zipSync(parts))),
      ...[Buffer.from('PK\u0003\u0004 nothing'), Buffer.from('hello'), Buffer.alloc(0)],
      Buffer.from(zipSync(sheetOf(''))).subarray(0, 300),
    ];
    for (const bytes of wrong) await expect(readWorkbook(bytes)).rejects.toThrow(WorkbookFault);
  });
});

describe('Answers in a file', () => {
  let hub: TestHub;
  let comparison: TestComparison;
  let country: TestCountry;
  let host: TestClient;
  let other: TestClient;
  let at: string;

  beforeAll(async () => {
    hub = await startHub();
    comparison = await aComparison(hub);
    country = await aCountry(hub, comparison, { code: 'SI' });
    const italy = await aCountry(hub, comparison, { code: 'IT' });
    host = await TestClient.as(hub, await aMember(hub, country.platform!, { host: true }));
    other = await TestClient.as(hub, await aMember(hub, italy.platform!, { host: true }));
    at = `/en/comparisons/${comparison.slug}/import/si`;
    const columns = { unit: 'PS', by_sex: true, minimum: '0' };
    await aQuestion(hub, comparison, 'number', { code: 'D1.1', columns });
    await aQuestion(hub, comparison, 'category', { code: 'D1.2' });
    await aQuestion(hub, comparison, 'statement', { code: 'D1.3' });
    await aQuestion(hub, comparison, 'text', { code: 'D1.4' });
    const locked = await aQuestion(hub, comparison, 'text', { code: 'D1.5' });
    await anAnswer(hub, locked, country, { state: 'agreed', text: 'Signed off.' });
    const kept = await aQuestion(hub, comparison, 'text', { code: 'D1.6' });
    await anAnswer(hub, kept, country, { text: 'As it was.' });
    const gone = { columns: { retired_at: new Date() } };
    await aQuestion(hub, comparison, 'text', { code: 'D1.7', ...gone });
  });
  afterAll(() => hub.close());

  const bytesOf = async (path: string) => {
    const answer = await host.agent.get(`${at}/${path}`).buffer(true).parse(binary);
    expect(answer.status).toBe(200);
    return answer.body as Buffer;
  };
  const bring = async (content: Buffer, name: string) => {
    const answer = await host.upload(at, content, name);
    return answer.status === 303 ? host.get(answer.headers['location']!) : answer;
  };
  const lines = (text: string) =>
    [...text.matchAll(/<tr><th scope="row" class="num">(\d+)<\/th>([\s\S]*?)<\/tr>/g)].map(
      ([, line, rest]) => [
        Number(line),
        rest!
          .replace(/<[^>]+>/g, ' ')
          .replace(/\s+/g, ' ')
          .trim(),
      ],
    );

  it('come in a table that can go out, be filled in and come back, in both formats', async () => {
    const [head, ...rows] = readCsv((await bytesOf('template.csv')).toString());
    expect(rows.map(({ cells }) => cells[0])).toEqual(['D1.1', 'D1.2', 'D1.3', 'D1.4', 'D1.5', 'D1.6']);
    const column = (name: string) => head!.cells.findIndex((words) => words.endsWith(`[${name}]`));
    expect(rows[1]!.cells[2]).toContain('law = Option law');
    expect(rows[5]!.cells[column('text')]).toBe('As it was.');
    const [first] = await readWorkbook(await bytesOf('template.xlsx'));
    expect(first!.cells).toEqual(head!.cells);
    const untouched = await bring(await bytesOf('template.xlsx'), 'a.xlsx');
    expect(lines(untouched.text).map(([, words]) => (words as string).split(' ')[1])).toEqual([
      'unchanged',
      'unchanged',
    ]);
    const fill = (place: number, values: Record<string, string>) => {
      for (const [name, value] of Object.entries(values)) rows[place]!.cells[column(name)] = value;
    };
    fill(0, { women: '1 050', men: '200,0', period: '2024', validOn: '45000', confidence: 'high' });
    fill(1, { options: 'law' });
    fill(2, { score: '7.5' });
    fill(3, { text: '=SUM(A1) is “text”\nand stays so', locale: 'sl' });
    fill(5, { text: 'As it is now.' });
    const csv = writeCsv([head!.cells, ...rows.map(({ cells }) => cells)]);
    const shown = await bring(Buffer.from(csv), 'a.csv');
    expect(shown.text).toContain('Take over 5 rows as drafts');
    const count = async () => (await hub.database.query<unknown[]>('select 1 from answers')).length;
    expect(await count()).toBe(2);
    const action = /action="\/en([^"]+)" method="post"[^>]*id="confirm"/.exec(shown.text)![1]!;
    const done = await host.submit(`/en${action}`, {}, `/en${action}`);
    expect(done.headers['location']).toBe(`/en/comparisons/${comparison.slug}/work/si`);
    const drafts = await hub.database.query<object[]>(
      `select question.code, answer.state, trim_scale(answer.number)::text as number, answer.period, answer.options,
         answer.score::float as score, answer.text, answer.locale, answer.valid_on::text as day
       from answers answer join questions question on question.id = answer.question_id
       where question.code <> 'D1.5' order by question.code`,
    );
    expect(drafts).toEqual([
      expect.objectContaining({
        code: 'D1.1',
        state: 'draft',
        number: '1250',
        period: '2024',
        day: '2023-03-15',
      }),
      expect.objectContaining({ options: ['law'], locale: 'en' }),
      expect.objectContaining({ score: 7.5 }),
      expect.objectContaining({ text: '=SUM(A1) is “text”\nand stays so', locale: 'sl' }),
      expect.objectContaining({ code: 'D1.6', text: 'As it is now.' }),
    ]);
    expect((await host.submit(`/en${action}`, {}, at)).status).toBe(404);
    const again = await bring(Buffer.from(csv), 'a.csv');
    expect(again.text).not.toContain('id="confirm"');
  });

  it('are refused row by row, each with its reason, and all of it is shown again', async () => {
    const heads = ['question', 'period', 'standing', 'number', 'women', 'score', 'options', 'unit', 'text'];
    const wrong: [string, Record<string, string>][] = [
      ['no question with this number', { question: 'D9.9', text: 'x' }],
      ['asked no more', { question: 'D1.7', text: 'x' }],
      ['signed off and locked', { question: 'D1.5', text: 'Another' }],
      ['asks for another unit', { question: 'D1.1', number: '5', unit: 'EUR' }],
      ['Enter a period', { question: 'D1.1', number: '5', period: '2024-13' }],
      ['a number', { question: 'D1.1', number: '1e308' }],
      ['lowest possible', { question: 'D1.1', number: '-5', period: '2001' }],
      ['Choose one', { question: 'D1.2', options: 'moon', period: '2001' }],
      ['does not ask for this', { question: 'D1.3', number: '5', period: '2001' }],
      ['from 0 to 10', { question: 'D1.3', score: '11', period: '2001' }],
      ['800', { question: 'D1.4', text: 'x'.repeat(801), period: '2001' }],
      ['Keep one of them', { question: 'D1.1', standing: 'unknown', number: '5', period: '2001' }],
      ['file twice', { question: 'D1.4', text: 'Second', period: '2002' }],
    ];
    const good = { question: 'd1.4', text: '<script>alert(1)</script>', period: '2002' };
    const rows = [good, ...wrong.map(([, row]) => row)].map((row: Record<string, string>) =>
      heads.map((name) => row[name] ?? ''),
    );
    const shown = await bring(Buffer.from([heads, ...rows].map((row) => row.join(';')).join('\n')), 'b.csv');
    expect(shown.text).not.toContain('<script>alert');
    const said = lines(shown.text);
    expect(said).toHaveLength(wrong.length + 1);
    expect(said[0]![1]).toContain('new');
    for (const [place, [reason]] of wrong.entries())
      expect(said[place + 1]).toEqual([place + 3, expect.stringContaining(reason)]);
    expect(shown.text).toContain('Take over 1 row as a draft');
    expect(shown.text).toContain('x'.repeat(801));
    const formula = await bring(
      Buffer.from(
        zipSync(
          sheetOf(
            '<row r="1"><c t="str"><v>question</v></c><c t="str"><v>number</v></c></row>' +
              '<row r="2"><c t="str"><v>D1.1</v></c><c><f>2+2</f><v>4</v></c></row>',
          ),
        ),
      ),
      'c.xlsx',
    );
    expect(lines(formula.text)).toEqual([[2, expect.stringContaining('There is a formula')]]);
  });

  it('are not read at all when they are no table, and never by those of another country', async () => {
    const refused = async (content: Buffer, words: string) => {
      const answer = await host.upload(at, content, 'a.csv');
      expect([answer.status, answer.text.includes(words)]).toEqual([422, true]);
    };
    await refused(Buffer.from('a,b\n1,2'), 'no column with the numbers');
    await refused(Buffer.from('question\n"open'), 'This is no table');
    await refused(Buffer.from([0x71, 0xff, 0xfe]), 'CSV UTF-8');
    await refused(Buffer.from('PK\u0003\u0004broken'), 'no workbook');
    await refused(Buffer.from(''), 'Choose a file first');
    expect((await other.get(at)).status).toBe(403);
    expect((await other.get(`${at}/template.csv`)).status).toBe(403);
    expect((await host.get(at.replace('/si', '/it'))).status).toBe(403);
    expect((await host.get(at.replace('/si', '/fr'))).status).toBe(404);
    const kept = await host.upload(at, Buffer.from('question,text\nD1.4,Mine'), 'a.csv');
    const path = kept.headers['location']!;
    expect((await other.get(path.replace('/si/', '/it/'))).status).toBe(404);
    expect((await new TestClient(hub).get(path)).status).not.toBe(200);
  });
});

function binary(response: unknown, done: (error: Error | null, body: Buffer) => void): void {
  const stream = response as NodeJS.ReadableStream;
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  stream.on('end', () => done(null, Buffer.concat(chunks)));
}
