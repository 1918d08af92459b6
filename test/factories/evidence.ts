import { randomUUID } from 'node:crypto';
import type { Relation, Subject } from '../../src/evidence/relation';
import type { TestHub } from '../support/hub';

interface LinkOptions {
  relation?: Relation;
  quote?: string;
  quoteLocale?: string;
  revision?: number | null;
}

/** A statement that rests on something, as it stood then. */
export async function aLink(
  hub: TestHub,
  statement: Subject,
  ground: Subject,
  { relation = 'rests_on', quote, quoteLocale = 'en', revision = 1 }: LinkOptions = {},
): Promise<{ id: string }> {
  const id = randomUUID();
  await hub.database.query(
    `insert into evidence (id, relation, statement_kind, statement_id, ground_kind, ground_id, ground_revision, quote,
       quote_locale) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ...[id, relation, statement.kind, statement.id, ground.kind, ground.id, revision],
      ...[quote ?? null, quote === undefined ? null : quoteLocale],
    ],
  );
  return { id };
}
