import { randomUUID } from 'node:crypto';
import { TermIndex } from '../../src/glossary/terms/term-index.service';
import type { TermData } from '../../src/glossary/terms/term';
import type { TestHub } from '../support/hub';

export interface TestConcept {
  id: string;
  slug: string;
}

interface ConceptOptions {
  slug?: string;
  locale?: string;
  definition?: string;
  note?: string | null;
  domain?: string;
  withdrawn?: boolean;
  /** By language: the preferred term, or several. */
  terms?: Record<string, string | Partial<TermData>[]>;
}

/** A concept of the termbase with its terms. */
export async function aConcept(hub: TestHub, options: ConceptOptions = {}): Promise<TestConcept> {
  const id = randomUUID();
  const slug = options.slug ?? `concept-${id.slice(0, 8)}`;
  await hub.database.query(
    `insert into concepts (id, slug, domain, definition, note, locale, withdrawn_at)
     values ($1, $2, $3, $4, $5, $6, case when $7 then now() end)`,
    [
      ...[id, slug, options.domain ?? 'ideas', options.definition ?? 'What is meant.', options.note ?? null],
      ...[options.locale ?? 'en', options.withdrawn ?? false],
    ],
  );
  for (const [locale, said] of Object.entries(options.terms ?? {}))
    for (const term of typeof said === 'string' ? [{ word: said, standing: 'preferred' as const }] : said)
      await hub.database.query(
        `insert into concept_terms (concept_id, locale, word, standing, confidence, note, sources)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [
          ...[id, locale, term.word, term.standing ?? 'accepted', term.confidence ?? 'high'],
          ...[term.note ?? null, term.sources ?? []],
        ],
      );
  await hub.database.query(`insert into concept_changes (concept_id, name) values ($1, 'concept.added')`, [
    id,
  ]);
  hub.app.get(TermIndex).forget();
  return { id, slug };
}
