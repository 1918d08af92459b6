import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntryName } from '../../core/journal/entry';

/** One thing that was done to a concept. */
export interface ConceptChange {
  id: string;
  name: EntryName;
  locale: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  /** Name of the person; `null` for the hub itself and for those who have left. */
  by: string | null;
  at: Date;
}

const MOST = 100;

/** What was done to a concept and its terms: nothing of it is ever changed. */
@Injectable()
export class ConceptHistory {
  constructor(private readonly database: DataSource) {}

  /** The newest first. */
  of(conceptId: string): Promise<ConceptChange[]> {
    return this.database.query(
      `select change.id::text, change.name, change.locale, change.before, change.after,
         person.name as by, change.changed_at as at
       from concept_changes change left join people person on person.id = change.changed_by
       where change.concept_id = $1 order by change.id desc limit ${MOST}`,
      [conceptId],
    );
  }
}
