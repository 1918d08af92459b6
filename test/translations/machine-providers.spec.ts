import { Consignment } from '../../src/translations/machine/consignment';
import { DeepL } from '../../src/translations/machine/providers/deepl';
import { digestAnswer } from '../../src/translations/machine/providers/digest';
import { ETranslation, readCallback } from '../../src/translations/machine/providers/etranslation';
import { LibreTranslate } from '../../src/translations/machine/providers/libretranslate';
import { ProviderFailure, type AnsweringProvider } from '../../src/translations/machine/providers/provider';
import { DeepLStub, libreTranslate } from '../support/machine/answering';
import { ETranslationStub } from '../support/machine/calling';
import type { Mischief } from '../support/machine/mischief';
import type { Stub } from '../support/machine/stub';

const SOURCES = [
  'Prvi **stavek** o zadrugah.',
  'Drugi `stavek` o občinah.',
  'Tretji [stavek](https://example.org).',
];
const NOTHING = { terms: [], labels: new Set<string>() };

const consignment = (name: string, provider: { wire: 'xml' | 'html' }, sources = SOURCES) =>
  new Consignment(
    name,
    sources.map((source) => ({ source, form: 'markdown' as const })),
    provider.wire,
    NOTHING,
  );

async function failureOf(work: () => Promise<unknown>): Promise<Partial<ProviderFailure>> {
  try {
    await work();
  } catch (error) {
    if (error instanceof ProviderFailure)
      return { kind: error.kind, message: error.message, retryAfter: error.retryAfter };
    throw error;
  }
  throw new Error('It did not fail');
}

describe.each<[string, () => Stub, (url: string) => AnsweringProvider]>([
  ['LibreTranslate', () => libreTranslate('key'), (url) => new LibreTranslate(url, 'key', 2000)],
  ['DeepL', () => new DeepLStub('key'), (url) => new DeepL(url, 'key', 2000)],
])('%s', (_, makeStub, makeProvider) => {
  let stub: Stub;
  let provider: AnsweringProvider;

  beforeAll(async () => {
    stub = await makeStub().start();
    provider = makeProvider(stub.url);
  });
  afterAll(() => stub.stop());
  beforeEach(() => {
    stub.behave({});
    stub.forget();
  });

  const translate = async (name = 'a', sources = SOURCES) => {
    const sent = consignment(name, provider, sources);
    return sent.outcomes(await provider.translate({ from: 'sl', to: 'sv', texts: sent.texts }));
  };
  const words = (source: string, to = 'sv') =>
    source.replace(/`[^`]*`|\([^)]*\)|\p{L}{2,}/gu, (found) => (/^[`(]/.test(found) ? found : found + to));
  const ALL = SOURCES.map((source) => ({ source, text: words(source) }));

  it('translates several texts in one request', async () => {
    expect(await translate()).toEqual(ALL);
    expect(stub.told).toHaveLength(1);
  });

  it('is understood when its answers come in another order', async () => {
    stub.behave({ mischief: 'reorder' });
    expect(await translate()).toEqual(ALL);
  });

  it('loses only the texts that it has left out', async () => {
    stub.behave({ mischief: 'count' });
    expect(await translate()).toEqual([{ source: SOURCES[0], defect: 'lost' }, ...ALL.slice(1)]);
  });

  it('cannot answer one request with what it said to another', async () => {
    stub.behave({ mischief: 'repeat' });
    await translate('a');
    const outcomes = await translate('b', ['Nekaj povsem drugega.']);
    expect(outcomes).toEqual([{ source: 'Nekaj povsem drugega.', defect: 'lost' }]);
  });

  it.each<[Mischief, Partial<ProviderFailure>]>([
    ['429', { kind: 'busy', message: '429', retryAfter: 7000 }],
    ['456', { kind: 'quota', message: '456' }],
    ['500', { kind: 'failing', message: '500' }],
    ['html', { kind: 'failing', message: 'answer is not JSON' }],
    ['half', { kind: 'failing', message: 'answer is not JSON' }],
    ['gigantic', { kind: 'failing', message: 'answer too large' }],
    ['redirect', { kind: 'failing', message: '302' }],
    ['drop', { kind: 'failing', message: 'UND_ERR_SOCKET' }],
  ])('says what is wrong when it does this: %s', async (mischief, failure) => {
    stub.behave({ mischief, retryAfter: '7' });
    expect(await failureOf(() => translate())).toMatchObject(failure);
    expect(stub.told.map(({ path }) => path)).not.toContain('/elsewhere');
  });

  it('is not waited for longer than one wants to', async () => {
    stub.behave({ mischief: 'delay', delay: 5000 });
    const impatient = Object.assign(makeProvider(stub.url), { patience: 50 });
    const failure = await failureOf(() => impatient.translate({ from: 'sl', to: 'sv', texts: [] }));
    expect(failure).toMatchObject({ kind: 'failing', message: 'timeout' });
  });

  it('is told apart when it is not there, when it shuts us out, and when it does not know a language', async () => {
    const nobody = makeProvider('http://127.0.0.1:59999');
    expect(await failureOf(() => nobody.translate({ from: 'sl', to: 'sv', texts: [] }))).toMatchObject({
      kind: 'failing',
      message: 'ECONNREFUSED',
    });
    const stranger = Object.assign(makeProvider(stub.url), { key: 'wrong' });
    expect(await failureOf(() => stranger.translate({ from: 'sl', to: 'sv', texts: [] }))).toMatchObject({
      kind: 'shut',
    });
    expect(await failureOf(() => provider.translate({ from: 'sl', to: 'xx', texts: [] }))).toMatchObject({
      kind: 'refused',
    });
  });

  it('is given the date of Retry-After, and never more than a day', async () => {
    stub.behave({ mischief: '429', retryAfter: new Date(Date.now() + 60_000).toUTCString() });
    expect((await failureOf(() => translate())).retryAfter).toBeGreaterThan(50_000);
    stub.behave({ mischief: '429', retryAfter: '999999999' });
    expect((await failureOf(() => translate())).retryAfter).toBe(86_400_000);
    stub.behave({ mischief: '429', retryAfter: 'soon' });
    expect((await failureOf(() => translate())).retryAfter).toBeUndefined();
  });
});

describe('DeepL', () => {
  it('is asked for English by its region, at the address that the key belongs to', async () => {
    const stub = await new DeepLStub('key').start();
    await new DeepL(stub.url, 'key', 2000).translate({ from: 'sl', to: 'en', texts: ['<t id="a-0">Da</t>'] });
    expect(JSON.parse(stub.told[0]!.body)).toMatchObject({
      source_lang: 'SL',
      target_lang: 'EN-GB',
      tag_handling: 'xml',
    });
    await stub.stop();
    const at = (key: string) => (new DeepL(undefined, key, 1) as unknown as { url: string }).url;
    expect([at('a:fx'), at('a')]).toEqual(['https://api-free.deepl.com', 'https://api.deepl.com']);
  });

  it('takes the terms of both languages as a glossary of its own', async () => {
    const stub = await new DeepLStub('key').start();
    const deepl = new DeepL(stub.url, 'key', 2000, async () => 'glossary-1');
    expect(
      await deepl.createGlossary('polylog-sl-sv', 'sl', 'sv', [['zadruga', 'ekonomisk\tförening']]),
    ).toBe('glossary-1');
    expect(stub.glossaries.get('glossary-1')!.entries).toBe('zadruga\tekonomisk förening');
    await deepl.translate({ from: 'sl', to: 'sv', texts: ['<t id="a-0">Da</t>'] });
    expect(JSON.parse(stub.told.at(-1)!.body)).toMatchObject({ glossary_id: 'glossary-1' });
    await deepl.deleteGlossary('glossary-1');
    expect(stub.glossaries.size).toBe(0);
    await stub.stop();
  });
});

describe('eTranslation', () => {
  const address = { url: 'http://127.0.0.1:1/callback', reference: 'reference' };
  const account = { application: 'Polylog_test', password: 'secret' };
  let stub: ETranslationStub;

  beforeAll(async () => {
    stub = await new ETranslationStub().start();
  });
  afterAll(() => stub.stop());
  beforeEach(() => {
    stub.behave({});
    stub.delivery = { held: true };
    stub.forget();
  });

  const submit = (password = 'secret', to = 'sv') => {
    const provider = new ETranslation(
      `${stub.url}/etranslation/si/translate`,
      { ...account, password },
      2000,
      'GEN',
    );
    return provider.submit({ from: 'sl', to, texts: consignment('a', provider).texts }, address);
  };

  it('takes a document from whom it knows, and gives it a number', async () => {
    expect(await submit()).toMatch(/^\d+$/);
    expect(JSON.parse(stub.told.at(-1)!.body)).toMatchObject({
      externalReference: 'reference',
      sourceLanguage: 'SL',
      targetLanguages: ['SV'],
      domain: 'GEN',
      destinations: { httpDestinations: [address.url] },
      errorCallback: address.url,
    });
    expect(stub.texts).toHaveLength(3);
  });

  it('shuts out who does not know the password, and says no by a negative number', async () => {
    expect(await failureOf(() => submit('wrong'))).toMatchObject({ kind: 'shut' });
    expect(await failureOf(() => submit('secret', 'xxx'))).toMatchObject({
      kind: 'refused',
      message: '-20001',
    });
  });

  it.each<Mischief>(['429', '500', 'html', 'gigantic', 'redirect'])(
    'says what is wrong when it does this: %s',
    async (how) => {
      stub.behave({ mischief: how, retryAfter: '1' });
      expect(await failureOf(() => submit())).toMatchObject({ kind: how === '429' ? 'busy' : 'failing' });
    },
  );

  it('is understood in every form in which it calls', () => {
    const page = '<html><body><p id="a-0">Första</p></body></html>';
    const base64 = Buffer.from(page).toString('base64');
    const query = new URLSearchParams({ 'external-reference': 'r', 'request-id': '1' });
    const form = new URLSearchParams({ ...Object.fromEntries(query), 'translated-text': page }).toString();
    const expected = { reference: 'r', answer: page, error: undefined };
    expect(readCallback(query, 'text/html', page)).toEqual(expected);
    expect(readCallback(query, 'application/x-www-form-urlencoded', base64)).toEqual(expected);
    expect(readCallback(new URLSearchParams(), 'application/x-www-form-urlencoded', form)).toEqual(expected);
    expect(
      readCallback(
        new URLSearchParams(),
        'application/json',
        JSON.stringify({ externalReference: 'r', result: base64 }),
      ),
    ).toEqual(expected);
    const failed = new URLSearchParams({
      'external-reference': 'r',
      'error-code': '-1',
      'error-message': 'x',
    });
    expect(
      readCallback(new URLSearchParams(), 'application/x-www-form-urlencoded', failed.toString()),
    ).toEqual({
      reference: 'r',
      answer: undefined,
      error: '-1',
    });
    expect(readCallback(query, 'application/json', '{"half')).toMatchObject({ reference: 'r' });
  });

  it('proves who it is as RFC 7616 shows it, and not to what it does not know', () => {
    const request = { method: 'GET', uri: '/dir/index.html', user: 'Mufasa', password: 'Circle of Life' };
    const challenge =
      'Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=SHA-256, nonce="7ypf", opaque="FQhe"';
    const answer = digestAnswer(challenge, request)!;
    expect(answer).toMatch(
      /^Digest username="Mufasa", realm="http-auth@example\.org", nonce="7ypf", uri="\/dir/,
    );
    expect(answer).toMatch(
      /response="[0-9a-f]{64}", opaque="FQhe", algorithm=SHA-256, qop=auth, nc=00000001/,
    );
    expect(digestAnswer('Digest realm="a", nonce="b"', request)).not.toContain('qop');
    expect(digestAnswer('Basic realm="a"', request)).toBeUndefined();
    expect(digestAnswer('Digest realm="a", nonce="b", algorithm=MD4', request)).toBeUndefined();
    expect(digestAnswer('Digest realm="a", nonce="b", qop="auth-int"', request)).toBeUndefined();
  });
});
