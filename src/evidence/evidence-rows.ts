import type { DataSource, EntityManager } from 'typeorm';
import type { Locale } from '../core/i18n/locales';
import type { EvidenceStanding, Relation } from './relation';

/** A link as it is kept. */
export interface EvidenceRow {
  id: string;
  relation: Relation;
  statement_kind: string;
  statement_id: string;
  ground_kind: string;
  ground_id: string;
  ground_revision: number | null;
  quote: string | null;
  quote_locale: Locale | null;
  standing: EvidenceStanding;
  standing_since: Date;
  cited_at: Date;
}

export const EVIDENCE_COLUMNS = `id, relation, statement_kind, statement_id, ground_kind, ground_id, ground_revision,
  quote, quote_locale, standing, standing_since, cited_at`;

/** Of statements of one kind, in their order. */
export async function readEvidence(
  database: DataSource | EntityManager,
  kind: string,
  ids: readonly string[],
): Promise<EvidenceRow[]> {
  if (ids.length === 0) return [];
  return database.query<EvidenceRow[]>(
    `select ${EVIDENCE_COLUMNS} from evidence where statement_kind = $1 and statement_id = any($2::uuid[])
     order by statement_id, position, id`,
    [kind, ids],
  );
}
