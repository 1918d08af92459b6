import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import type { Locale } from '../../core/i18n/locales';
import type { Decision } from '../decisions/measure';
import type { Ground } from '../grounds';
import { standingCases, type StandingCase } from './standing-case';

/** A report as those who keep order see it: who sent it only as far as they need to know. */
export interface FiledReport {
  id: string;
  number: string;
  ground: Ground;
  explanation: string;
  locale: Locale;
  receivedAt: Date;
  /** Somebody with an account here, somebody who left an address, or nobody known. */
  from: 'member' | 'address' | 'nobody';
}

export interface FiledDecision extends Decision {
  decider: string | null;
}

export interface FiledNote {
  id: string;
  body: string;
  locale: Locale;
  author: string | null;
  writtenAt: Date;
}

export interface FiledAppeal {
  id: string;
  party: 'author' | 'reporter';
  words: string;
  locale: Locale;
  madeAt: Date;
  decisionId: string;
}

/** All that has gathered in a case. */
export interface CaseFile {
  reports: FiledReport[];
  decisions: FiledDecision[];
  notes: FiledNote[];
  appeals: FiledAppeal[];
  earlier: StandingCase[];
}

/** Reads a case whole; the caller has found it for the actor. */
@Injectable()
export class CaseFiles {
  constructor(private readonly database: DataSource) {}

  async of(actor: Actor, matter: StandingCase): Promise<CaseFile> {
    const read = <Row>(sql: string) => this.database.query<Row[]>(sql, [matter.id]);
    const [reports, decisions, notes, appeals, earlier] = await Promise.all([
      read<FiledReport>(
        `select id, number::text, ground, explanation, locale, received_at as "receivedAt",
           case when reporter_id is not null then 'member' when email is not null then 'address' else 'nobody' end as from
         from moderation_reports where case_id = $1 order by received_at`,
      ),
      read<FiledDecision>(
        `select decision.id, decision.number::text, measure, outcome, ground, facts, decision.locale,
           person.name as decider, decided_at as "decidedAt"
         from moderation_decisions decision left join people person on person.id = decision.decided_by
         where case_id = $1 order by decision.number`,
      ),
      read<FiledNote>(
        `select note.id, body, note.locale, person.name as author, written_at as "writtenAt"
         from moderation_notes note left join people person on person.id = note.author_id
         where case_id = $1 order by written_at`,
      ),
      read<FiledAppeal>(
        `select appeal.id, party, words, appeal.locale, made_at as "madeAt", decision_id as "decisionId"
         from moderation_appeals appeal join moderation_decisions decision on decision.id = appeal.decision_id
         where decision.case_id = $1 order by made_at`,
      ),
      this.earlier(actor, matter),
    ]);
    return { reports, decisions, notes, appeals, earlier };
  }

  /** Other cases about the same author in this place. */
  private earlier(actor: Actor, { id, authorId, room }: StandingCase): Promise<StandingCase[]> {
    return standingCases(
      this.database,
      actor,
      `matter.author_id = $1 and matter.id <> $2
       and (room.id = $3 or room.platform_id = $4::uuid or room.partnership_id = $5::uuid)`,
      [authorId, id, room.id, room.platformId, room.partnershipId],
      'order by matter.opened_at desc limit 20',
    );
  }
}
