import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { Evidence } from '../../evidence/evidence.service';
import { ANSWER_STATES, type AnswerState } from '../comparison-facts';
import { ComparisonAccess, type ComparisonRow } from '../comparison.access';
import type { DataDimension } from '../comparison-data';
import { ComparisonGathering } from '../publishing/comparison-gathering.service';

export interface ReleaseDesk {
  comparison: ComparisonRow;
  counts: Record<AnswerState, number>;
  /** Answers that go out whose evidence does not stand any more. */
  shaken: { id: string; code: string; country: string }[];
  dimensions: DataDimension[];
}

/** What would go out now, for those who publish. */
@Injectable()
export class ReleaseDesks {
  constructor(
    private readonly database: DataSource,
    private readonly access: ComparisonAccess,
    private readonly gathering: ComparisonGathering,
    private readonly evidence: Evidence,
  ) {}

  /** @throws NotFound, Forbidden */
  async of(actor: Actor, slug: string): Promise<ReleaseDesk> {
    const comparison = await this.access.to(actor, 'publish', slug);
    const rows = await this.database.query<
      { id: string; state: AnswerState; code: string; country: string }[]
    >(
      `select answer.id, answer.state, answer.country, question.code from answers answer
       join questions question on question.id = answer.question_id and question.retired_at is null
       where answer.comparison_id = $1 order by question.position, answer.country`,
      [comparison.id],
    );
    const count = (state: AnswerState) => rows.filter((row) => row.state === state).length;
    const out = rows.filter(({ state }) => state === 'checked' || state === 'published');
    const standing = await this.evidence.standingOf(out.map(({ id }) => id));
    const { dimensions } = await this.gathering.asked(this.database.manager, comparison.id);
    return {
      ...{ comparison, dimensions },
      counts: Object.fromEntries(
        ANSWER_STATES.map((state) => [state, count(state)]),
      ) as ReleaseDesk['counts'],
      shaken: out.filter(({ id }) => standing.get(id) !== 'sound'),
    };
  }
}
