import { aConcept } from '../factories/concepts';
import { aPartnership, aStatement } from '../factories/partnerships';
import { aPerson } from '../factories/people';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';

describe('What helps a translator at her desk', () => {
  let hub: TestHub;
  let client: TestClient;
  let partnership: { id: string };

  beforeAll(async () => {
    hub = await startHub();
    await aConcept(hub, {
      slug: 'public-procurement',
      terms: {
        sl: 'javno naročilo',
        sv: [
          { word: 'offentlig upphandling', standing: 'preferred' },
          { word: 'offentlig beställning', standing: 'forbidden' },
        ],
      },
    });
    await aConcept(hub, {
      slug: 'social-enterprise',
      terms: { sl: 'socialno podjetje', sv: 'socialt företag' },
    });
    const grants = [{ role: 'translator' as const, detail: 'sv' }];
    client = await TestClient.as(hub, await aPerson(hub, { name: 'Tove', locale: 'sv', grants }));
    partnership = await aPartnership(hub, { locale: 'sl' });
  });
  afterAll(() => hub.close());

  const check = async (text: string) => {
    const source = 'Javnih naročil socialnih podjetij je veliko.';
    const { body } = await client.send('post', '/api/v1/translation-checks?locale=sv', {
      ...{ source, text, from: 'sl', to: 'sv', form: 'prose' },
    });
    return body.findings.map(({ kind, value }: { kind: string; value: string }) => `${kind} ${value}`);
  };

  it('finds terms in their forms, and says which are missing or forbidden', async () => {
    expect(await check('De sociala företagens offentliga upphandlingar är många.')).toEqual([]);
    expect(await check('De sociala företagens beställningar är många.')).toEqual([
      'term offentlig upphandling',
    ]);
    expect(await check('De sociala företagens offentliga beställningar är många.')).toEqual([
      'forbidden_term offentliga beställningar » offentlig upphandling',
    ]);
  });

  it('marks the terms of the original, with the word of the glossary beside them', async () => {
    const { id } = await aStatement(hub, partnership.id, { text: 'Veliko javnih naročil.', locale: 'sl' });
    const { text } = await client.get(`/sv/translations/statement/${id}/sv`);
    expect(text).toContain('<mark>javnih naročil</mark>');
    expect(text).toContain('<span lang="sv">offentlig upphandling</span>');
    expect(text).toContain('/sv/glossary/public-procurement');
  });

  it('offers what was translated before, the same first', async () => {
    const texts = ['Vse občine so povabljene k pogovoru.', 'Vse občine so danes povabljene k pogovoru.'];
    const [known, next] = [
      await aStatement(hub, partnership.id, { number: 2, text: texts[0]!, locale: 'sl' }),
      await aStatement(hub, partnership.id, { number: 3, text: texts[1]!, locale: 'sl' }),
    ];
    const api = `/api/v1/texts/statement/${known.id}/translations/sv`;
    const [segment] = (await client.get(api)).body.segments;
    await client.send('put', api, {
      segments: [
        { id: segment.id, version: segment.version, text: 'Alla kommuner är inbjudna.', status: 'reviewed' },
      ],
    });
    await hub.drain();
    const { text } = await client.get(`/sv/translations/statement/${next.id}/sv`);
    expect(text).toContain('data-use="Alla kommuner är inbjudna."');
  });
});
