import { Actor } from '../../src/core/access/actor';
import { Language } from '../../src/core/i18n/language';
import { TermIndex } from '../../src/glossary/terms/term-index.service';
import { SearchIndex } from '../../src/search/index/search-index.service';
import { searchInput } from '../../src/search/search.schema';
import { Searching } from '../../src/search/search.service';
import { startDemonstration } from '../support/demonstration';
import type { TestHub } from '../support/hub';

interface Preferred {
  concept_id: string;
  locale: string;
  word: string;
}

describe('Concepts that the demonstration speaks of', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startDemonstration();
    hub.app.get(TermIndex, { strict: false }).forget();
    await hub.app.get(SearchIndex, { strict: false }).rebuild();
  });
  afterAll(() => hub.close());

  /** Texts in one language, but for the termbase itself. */
  async function find(q: string, language: string, from: string, across: 'yes' | 'no'): Promise<string[]> {
    const reader = { actor: Actor.visitor, language: Language.of(from), locales: [from], wished: [from] };
    const input = searchInput.parse({ q, language, across, limit: 50 });
    const { hits } = await hub.app.get(Searching, { strict: false }).find(reader, input);
    return hits.filter(({ kind }) => kind !== 'concept').map(({ id }) => id);
  }

  test('are found from any other language', async () => {
    const terms = await hub.database.query<Preferred[]>(
      `select concept_id, locale, word from concept_terms where standing = 'preferred' order by concept_id, locale`,
    );
    const missed: string[] = [];
    let asked = 0;
    for (const { concept_id, locale, word } of terms) {
      const content = await find(`"${word}"`, locale, locale, 'no');
      if (content.length === 0) continue;
      for (const other of terms.filter((each) => each.concept_id === concept_id && each.locale !== locale)) {
        asked += 1;
        const found = await find(other.word, locale, other.locale, 'yes');
        if (!content.some((id) => found.includes(id))) missed.push(`${other.word} → ${word}`);
      }
    }
    process.stdout.write(
      `Across languages: ${asked - missed.length} of ${asked}; not ${missed.join(', ')}\n`,
    );
    expect(asked).toBeGreaterThan(100);
    expect(missed.length / asked).toBeLessThanOrEqual(0.1);
  });
});
