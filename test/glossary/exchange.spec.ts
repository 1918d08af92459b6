import { Actor } from '../../src/core/access/actor';
import { Invalid } from '../../src/core/errors/refusal';
import { loadDemo } from '../../src/demo/load';
import type { ConceptRecord } from '../../src/glossary/exchange/concept-record';
import { readTermbase, writeTermbase } from '../../src/glossary/exchange/termbase-csv';
import { Termbase } from '../../src/glossary/exchange/termbase.service';
import { aPerson } from '../factories/people';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';

describe('The termbase as a file', () => {
  let hub: TestHub;
  let termbase: Termbase;

  beforeAll(async () => {
    hub = await startHub();
    await loadDemo(hub.app, () => undefined);
    termbase = hub.app.get(Termbase);
  });
  afterAll(() => hub.close());

  const take = (records: readonly ConceptRecord[]) => termbase.import(Actor.system, records);

  it('comes back as it went out, byte by byte, and changes nothing', async () => {
    const file = writeTermbase(await termbase.all());
    expect(file.split('\r\n').length).toBeGreaterThan(118 * 5);
    const { records } = readTermbase(file);
    expect(await take(records)).toEqual({ added: 0, changed: 0, same: 118 });
    expect(writeTermbase(await termbase.all())).toBe(file);
    const elsewhere = await startHub();
    try {
      const other = elsewhere.app.get(Termbase);
      expect(await other.import(Actor.system, records)).toEqual({ added: 118, changed: 0, same: 0 });
      expect(writeTermbase(await other.all())).toBe(file);
    } finally {
      await elsewhere.close();
    }
  });

  it('carries whatever a cell may hold', async () => {
    const text = '=SUM(A1), "quoted"; a\ttab\nand a line; å č à 中 \u{1f600}';
    const note = "'=already quoted";
    const concept = {
      slug: 'odd',
      domain: 'law' as const,
      locale: 'en',
      definition: text,
      note,
      sources: ['a; b'],
    };
    const record: ConceptRecord = {
      ...concept,
      terms: [],
      countryNotes: [{ country: 'SI', locale: 'sl', text }],
    };
    await take([record]);
    const file = writeTermbase(await termbase.all());
    expect(file).toContain('"\'=SUM(A1)');
    expect(readTermbase(file).records.find(({ slug }) => slug === 'odd')).toEqual(record);
    expect(await take(readTermbase(file).records)).toMatchObject({ added: 0, changed: 0 });
  });

  it('changes what differs and leaves what it does not speak of', async () => {
    const all = await termbase.all();
    const consent = all.find(({ slug }) => slug === 'consent')!;
    const terms = consent.terms
      .filter(({ locale }) => locale === 'sl')
      .map((term) => ({
        ...term,
        standing: term.word === 'soglasje' ? ('preferred' as const) : ('accepted' as const),
      }));
    expect(await take([{ ...consent, definition: 'Agreement freely given.', terms }])).toEqual({
      ...{ added: 0, changed: 1, same: 0 },
    });
    const now = (await termbase.all()).find(({ slug }) => slug === 'consent')!;
    expect(now.definition).toBe('Agreement freely given.');
    expect(now.terms.length).toBe(consent.terms.length);
    expect(now.terms.filter(({ locale }) => locale === 'sl').map(({ word }) => word)).toEqual([
      ...['soglasje', 'privolitev'],
    ]);
  });

  it('says line by line what is wrong, and takes nothing of it', async () => {
    const before = writeTermbase(await termbase.all());
    const file = [
      'record,concept,domain,language,text,standing,confidence',
      'concept,new-one,law,en,Something new,,',
      'term,new-one,,en,something,preferred,high',
      'term,new-one,,xx,etwas,preferred,high',
      'term,new-one,,sl,nekaj,official,high',
    ].join('\n');
    const { records, lineOf } = readTermbase(file);
    const refusal = await take(records).then(
      () => undefined,
      (error: unknown) => error as Invalid,
    );
    expect(refusal).toBeInstanceOf(Invalid);
    expect(refusal?.fields.map(({ path }) => lineOf(path))).toEqual([4, 5]);
    expect(writeTermbase(await termbase.all())).toBe(before);
  });

  it.each([
    ['no table at all', '<html>', 1],
    ['an unknown column', 'record,concept,language,text,password\n', 1],
    ['a quotation mark that stays open', 'record,concept,language,text\nconcept,"a', 2],
    ['a term of no concept', 'record,concept,language,text\nterm,nobody,en,word', 2],
    ['a concept that stands twice', 'record,concept,language,text\nconcept,a,en,x\nconcept,a,en,y', 3],
    ['something else', 'record,concept,language,text\nconcept,a,en,x\nspell,a,en,y', 3],
  ])('refuses %s', (_, file, line) => {
    let refusal: unknown;
    try {
      readTermbase(file);
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toBeInstanceOf(Invalid);
    expect((refusal as Invalid).fields.map(({ path }) => path)).toEqual([`line.${line}`]);
  });

  it('is taken from those who keep the termbase only', async () => {
    await expect(termbase.import(Actor.visitor, [])).rejects.toThrow('errors:sign_in_required');
  });

  it('is brought back by a form, with what is wrong line by line', async () => {
    const editor = await TestClient.as(hub, await aPerson(hub, { grants: [{ role: 'administrator' }] }));
    const path = '/sv/glossary/import';
    const send = async (file: string | Buffer) => {
      const token = /name="_token" value="([^"]*)"/.exec((await editor.get(path)).text)![1]!;
      return editor.agent
        .post(path)
        .field('_token', token)
        .attach('file', Buffer.from(file), 'termbase.csv')
        .redirects(0);
    };
    const { text: file } = await editor.get('/sv/glossary/termbase.csv');
    expect(file).toBe(writeTermbase(await termbase.all()));
    expect((await send(file)).headers['location']).toBe('/sv/glossary');
    expect(writeTermbase(await termbase.all())).toBe(file);
    const broken = await send(
      'record,concept,language,text,domain\nconcept,new-one,sv,Något,law\nterm,new-one,sv,ord,',
    );
    expect(broken.status).toBe(422);
    expect(broken.text).toContain('Rad 3');
    for (const odd of ['', Buffer.from([0xff, 0xfe, 0x00]), '<?xml version="1.0"?>'])
      expect((await send(odd)).status).toBe(422);
    expect(writeTermbase(await termbase.all())).toBe(file);
    expect((await new TestClient(hub).get(path)).status).toBe(401);
    const stranger = await TestClient.as(hub, await aPerson(hub));
    expect((await stranger.get(path)).status).toBe(403);
  });
});
