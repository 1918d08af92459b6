import { Injectable, Optional } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Statement } from '../../core/database/statement';
import { NotFound } from '../../core/errors/refusal';
import type { Reader } from '../../core/http/reader';
import { FundingNotices } from '../../partnerships/funding/funding-notices.service';
import type { Partnership } from '../../partnerships/partnership.entity';
import type { Comparison } from '../comparison.entity';
import { comparisonPolicy } from '../comparison.policy';
import { ComparisonSurroundings } from './comparison-surroundings';

interface Row extends Pick<Comparison, 'id' | 'status' | 'version'> {
  state: unknown;
  partnership: Pick<Partnership, 'id' | 'status'>;
}

/**
 * Everything that the pages of a published comparison are made from, by what changes with it. What answers rest on may
 * lie far away from them: anything anywhere that does not stand any more makes pages anew.
 */
const STATE = new Statement<Row>(`
  select comparison.id, comparison.status, comparison.version,
    json_build_object('id', partnership.id, 'status', partnership.status) as partnership,
    json_build_array(comparison.version, partnership.revision, partnership.accent,
      (select string_agg(concat_ws(' ', version, rendered_at), ',' order by version)
       from comparison_versions where comparison_id = comparison.id),
      (select concat_ws(' ', count(*), max(standing_since)) from evidence where standing <> 'sound')) as state
  from comparisons comparison join partnerships partnership on partnership.id = comparison.partnership_id
  where comparison.slug = $1`);

/** Whether what a visitor was sent before still stands. */
@Injectable()
export class ComparisonStates {
  constructor(
    private readonly database: DataSource,
    private readonly notices: FundingNotices,
    @Optional() private readonly beside?: ComparisonSurroundings,
  ) {}

  /** @throws NotFound */
  async of({ actor, locales }: Reader, slug: string): Promise<unknown[]> {
    const [row] = await STATE.run(this.database, [slug]);
    if (!row || !comparisonPolicy.may(actor, 'read', { ...row, platformIds: [] })) throw new NotFound();
    const { id, state, partnership } = row;
    const [notices, beside] = await Promise.all([
      this.notices.of([partnership.id], locales),
      this.beside?.state(id),
    ]);
    return [state, [...notices.values()], beside];
  }
}
