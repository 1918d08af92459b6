import { readFileSync } from 'node:fs';
import { LOCALES } from '../../src/core/i18n/locales';
import { loadGlossary } from '../../src/demo/glossary';
import { recogniserOf, Recognition } from '../../src/glossary/recognition/recognition.service';
import type { Recogniser } from '../../src/glossary/recognition/recogniser';
import { TermExpansion } from '../../src/glossary/recognition/term-expansion.service';
import { TermIndex } from '../../src/glossary/terms/term-index.service';
import { aConcept } from '../factories/concepts';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';

/**
 * Sentences with terms in their forms, `[as they stand|concept]`, and with words that are none, `{as they stand}`.
 * `later` was written when the rules stood, and tells how they do with what they have not seen.
 */
const SENTENCES = JSON.parse(readFileSync('test/glossary/occurrences.json', 'utf8')) as Record<
  string,
  Sentences & { later: Sentences }
>;

interface Sentences {
  occurrences: string[];
  others: string[];
}

interface Marked {
  text: string;
  marks: { start: number; end: number; slug: string | null }[];
}

/** The sentence without its marks, and where they were. */
function unmarked(sentence: string): Marked {
  const marks: Marked['marks'] = [];
  let text = '';
  for (const [, plain, term, slug, other] of sentence.matchAll(
    /([^[{]*)(?:\[([^|]+)\|([^\]]+)\]|\{([^}]+)\}|$)/g,
  )) {
    text += plain ?? '';
    const start = text.length;
    text += term ?? other ?? '';
    if (term ?? other) marks.push({ start, end: text.length, slug: slug ?? null });
  }
  return { text, marks };
}

describe('The terms of a text', () => {
  let hub: TestHub;
  const recognisers = new Map<string, Recogniser>();

  beforeAll(async () => {
    hub = await startHub();
    await hub.database.transaction((tx) => loadGlossary(tx, new Date()));
    hub.app.get(TermIndex).forget();
    const terms = await hub.app.get(TermIndex).current();
    for (const locale of LOCALES) recognisers.set(locale, recogniserOf(terms, locale));
  });
  afterAll(() => hub.close());

  const found = (locale: string, text: string) => recognisers.get(locale)!.recognise(text);

  /** Of the marked terms, those that were not found as what they are. */
  function missed(locale: string, sentences: string[]) {
    return sentences.map(unmarked).flatMap(({ text, marks }) => {
      const all = found(locale, text);
      return marks
        .filter(
          (mark) =>
            !all.some(
              ({ start, end, slug }) => start === mark.start && end === mark.end && slug === mark.slug,
            ),
        )
        .map(({ start, end, slug }) => `${locale} ${text.slice(start, end)} (${slug})`);
    });
  }

  /** Words that were taken for terms and are none: the marked ones, and whatever else the sentences hold. */
  function mistaken(locale: string, sentences: string[]) {
    return sentences.map(unmarked).flatMap(({ text, marks }) =>
      found(locale, text)
        .filter((each) =>
          marks.some((mark) => mark.slug === null && each.start < mark.end && mark.start < each.end),
        )
        .map(({ start, end, slug }) => `${locale} ${text.slice(start, end)} (${slug})`),
    );
  }

  const share = (part: number, whole: number) => Number((part / whole).toFixed(4));
  const count = (sentences: string[]) => sentences.flatMap((sentence) => unmarked(sentence).marks).length;

  function measured(lists: [string, Sentences][]) {
    const misses = lists.flatMap(([locale, { occurrences }]) => missed(locale, occurrences));
    const errors = lists.flatMap(([locale, { others }]) => mistaken(locale, others));
    const terms = lists.reduce((sum, [, { occurrences }]) => sum + count(occurrences), 0);
    const near = lists.reduce((sum, [, { others }]) => sum + count(others), 0);
    return { misses, errors, terms, near };
  }

  it.each([
    ['that the rules were made with', 300, (lists: Sentences & { later: Sentences }) => lists],
    ['that were written when the rules stood', 70, ({ later }: { later: Sentences }) => later],
  ])('are found in their forms, and others are not, in sentences %s', (name, least, which) => {
    const lists = Object.entries(SENTENCES).map(([locale, each]): [string, Sentences] => [
      locale,
      which(each),
    ]);
    const { misses, errors, terms, near } = measured(lists);
    process.stdout.write(
      `  sentences ${name}: ${terms - misses.length} of ${terms} terms found, ${errors.length} of ${near} others mistaken\n` +
        [...misses, ...errors].map((each) => `    ${each}\n`).join(''),
    );
    expect(terms).toBeGreaterThanOrEqual(least);
    expect(near).toBeGreaterThanOrEqual(least);
    expect(share(terms - misses.length, terms)).toBeGreaterThanOrEqual(0.95);
    expect(share(errors.length, near)).toBeLessThanOrEqual(0.01);
  });

  it('is the longest one that stands there, where only spaces and hyphens part its words', () => {
    const slugs = (locale: string, text: string) => found(locale, text).map(({ slug }) => slug);
    expect(slugs('en', 'work integration social enterprises')).toEqual(['wise']);
    expect(slugs('en', 'Work-Integration Social Enterprises')).toEqual(['wise']);
    expect(slugs('en', 'something social. Enterprises differ')).toEqual([]);
    expect(slugs('en', 'social, enterprise')).toEqual([]);
    expect(slugs('sv', 'ASF växer, asf gör det inte')).toEqual(['wise']);
    expect(slugs('it', 'dell’impresa sociale')).toEqual(['social-enterprise']);
    expect(slugs('sl', 'SOCIALNIH PODJETIJ')).toEqual(['social-enterprise']);
  });

  it('is found where it stands, whatever stands around it', () => {
    const text = '\u{1f600} **Socialnih\u00a0podjetij**\u00ad je več.';
    const [first] = found('sl', text) as { start: number; end: number }[];
    expect(text.slice(first!.start, first!.end)).toBe('Socialnih\u00a0podjetij');
    for (const odd of ['', ' ', '\ud800', '\u0301'.repeat(500), 'a'.repeat(100_000), '- '.repeat(10_000)])
      expect(found('sl', odd)).toEqual([]);
  });

  it('is known at once when the termbase has changed', async () => {
    const recognition = hub.app.get(Recognition);
    expect(await recognition.recognise('Blåbärssoppor', 'sv')).toEqual([]);
    const { slug } = await aConcept(hub, { terms: { sv: 'blåbärssoppa', sl: 'borovničeva juha' } });
    expect(await recognition.recognise('Blåbärssoppor', 'sv')).toMatchObject([{ slug, start: 0, end: 13 }]);
    await hub.database.query('update concepts set withdrawn_at = now() where slug = $1', [slug]);
    await hub.database.query(
      `insert into concept_changes (concept_id, name) select id, 'concept.withdrawn' from concepts where slug = $1`,
      [slug],
    );
    hub.app.get(TermIndex).forget();
    expect(await recognition.recognise('Blåbärssoppor', 'sv')).toEqual([]);
  });

  it('adds what it is called elsewhere to what is searched for', async () => {
    const expansion = hub.app.get(TermExpansion);
    const [first, ...others] = await expansion.expand(['stöd', 'för', 'sociala', 'företag'], 'sv');
    expect(first).toMatchObject({ from: 0, to: 1 });
    expect(others).toMatchObject([{ from: 2, to: 4 }]);
    expect(others[0]!.terms).toEqual(
      expect.arrayContaining([
        { locale: 'sl', term: 'socialno podjetje' },
        { locale: 'it', term: 'impresa sociale' },
        { locale: 'en', term: 'social enterprise' },
      ]),
    );
    expect(await expansion.expand(['socialnih', 'podjetij'], 'sv')).toMatchObject([{ from: 0, to: 2 }]);
    expect(await expansion.expand(['väder'], 'sv')).toEqual([]);
    expect(await expansion.expand([], 'sv')).toEqual([]);
  });

  it('can be searched in any form and any language', async () => {
    const total = async (q: string) =>
      (
        (await new TestClient(hub).get(`/api/v1/glossary?q=${encodeURIComponent(q)}`)).body as {
          total: number;
        }
      ).total;
    expect(await total('socialnimi podjetji')).toBeGreaterThan(0);
    expect(await total('sociala företagen')).toBeGreaterThan(0);
    expect(await total('imprese sociali')).toBeGreaterThan(0);
  });
});
