import { loadGlossary } from '../../src/demo/glossary';
import { TermIndex } from '../../src/glossary/terms/term-index.service';
import { SearchIndex } from '../../src/search/index/search-index.service';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';

describe('Searching for a concept', () => {
  let hub: TestHub;

  beforeAll(async () => {
    hub = await startHub();
    await hub.database.transaction((tx) => loadGlossary(tx, new Date()));
    hub.app.get(TermIndex).forget();
    await hub.app.get(SearchIndex).rebuild();
  });
  afterAll(() => hub.close());

  const found = async (q: string, locale = 'sv', more = '') => {
    const query = new URLSearchParams({ q, locale }).toString();
    const { body } = await new TestClient(hub).get(`/api/v1/search?${query}${more}`);
    return body as {
      hits: { path: string; kind: string; title: { text: string }[] }[];
      alsoSearched: unknown[];
    };
  };

  it('finds it by what it is called in any language and any form, without other help', async () => {
    for (const q of [
      'socialnih podjetij',
      'sociala företag',
      'imprese sociali',
      'social enterprises',
      'impresa sociale',
    ]) {
      const { hits } = await found(q, 'sv', '&across=no');
      expect([q, hits.map(({ path }) => path)]).toEqual([
        q,
        expect.arrayContaining(['/glossary/social-enterprise']),
      ]);
    }
  });

  it('is widened by what it is called elsewhere', async () => {
    const { alsoSearched } = await found('socialt företag');
    expect(alsoSearched).toEqual(
      expect.arrayContaining([expect.objectContaining({ term: 'socialno podjetje', locale: 'sl' })]),
    );
  });
});
