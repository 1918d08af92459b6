import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { rendered } from '../../core/database/rendered';
import { withTranslations } from '../../core/database/translation';
import { Invalid } from '../../core/errors/refusal';
import type { GroupCount, GroupView } from './balance.schema';
import { StakeholderGroup } from './stakeholder-group.entity';

interface Seats {
  platformId: string;
  groupId: string;
  count: number;
  expected: boolean;
}

/** The kinds of people that sit at tables, and how many of each there are. */
@Injectable()
export class StakeholderGroups {
  constructor(@InjectRepository(StakeholderGroup) private readonly groups: Repository<StakeholderGroup>) {}

  /** All of them, in their own order. */
  async all(locales: readonly string[]): Promise<GroupView[]> {
    const rows = await withTranslations(this.groups.createQueryBuilder('kind'), 'kind', locales)
      .orderBy('kind.position')
      .addOrderBy('kind.id')
      .getMany();
    return rows.map((row) => {
      const { id, slug, kind } = row;
      return { id, slug, kind, name: rendered(row, ({ name }) => name, locales)! };
    });
  }

  /**
   * @param path the field that names them
   * @throws Invalid when there is no such group
   */
  async assertKnown(ids: readonly string[], path: string): Promise<void> {
    const wanted = [...new Set(ids)];
    const found = await this.groups.createQueryBuilder('kind').whereInIds(wanted).getCount();
    if (found < wanted.length) throw Invalid.field(path, 'errors:field.id');
  }

  /** Who sits at these tables, by platform: the largest group first; groups that are expected and missing last. */
  async balances(
    platformIds: readonly string[],
    locales: readonly string[],
  ): Promise<Map<string, GroupCount[]>> {
    const [groups, seats] = await Promise.all([this.all(locales), this.seats(platformIds)]);
    return new Map(
      platformIds.map((id) => {
        const own = seats.filter(({ platformId }) => platformId === id);
        return [id, counted(groups, own)];
      }),
    );
  }

  private seats(platformIds: readonly string[]): Promise<Seats[]> {
    return this.groups.query(
      `select platform_id as "platformId", stakeholder_group_id as "groupId",
         count(*) filter (where taken)::int as count, bool_or(not taken) as expected
       from (
         select platform_id, stakeholder_group_id, true as taken from memberships where state = 'member'
         union all
         select platform_id, stakeholder_group_id, false from platform_groups
       ) seat
       where platform_id = any($1)
       group by platform_id, stakeholder_group_id`,
      [platformIds],
    );
  }
}

/** Groups without a member and without a kept seat do not appear. */
function counted(groups: GroupView[], seats: Seats[]): GroupCount[] {
  const own = new Map(seats.map((seat) => [seat.groupId, seat]));
  return groups
    .flatMap((group) => {
      const seat = own.get(group.id);
      return seat ? [{ ...group, count: seat.count, expected: seat.expected }] : [];
    })
    .sort((a, b) => b.count - a.count);
}
