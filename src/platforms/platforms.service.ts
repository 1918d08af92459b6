import { Injectable } from '@nestjs/common';
import type { Actor } from '../core/access/actor';
import { rendered } from '../core/database/rendered';
import type { GroupCount } from './groups/balance.schema';
import { Members } from './members/members.service';
import type { MembersView } from './members/membership.schema';
import { PlatformFinder } from './platform-finder.service';
import { PlatformOrganisations, type Founders } from './platform-organisations.service';
import type { Platform } from './platform.entity';
import { platformPolicy } from './platform.policy';
import type { PlatformSummary, PlatformView } from './platform.schema';
import { StakeholderGroups } from './groups/stakeholder-groups.service';

/** National platforms as readers see them. */
@Injectable()
export class Platforms {
  constructor(
    private readonly finder: PlatformFinder,
    private readonly organisations: PlatformOrganisations,
    private readonly groups: StakeholderGroups,
    private readonly members: Members,
  ) {}

  /** In the order of their country codes; those of one partnership, if asked for. */
  async list(actor: Actor, locales: readonly string[], partnershipId?: string): Promise<PlatformSummary[]> {
    const rows = await (partnershipId
      ? this.finder.ofPartnership(actor, partnershipId)
      : this.finder.all(actor));
    const ids = rows.map(({ id }) => id);
    const [founders, balances] = await Promise.all([
      this.organisations.of(ids),
      this.groups.balances(ids, locales),
    ]);
    return rows.map((row) => summary(row, founders.get(row.id), balances.get(row.id), locales));
  }

  /** @throws NotFound */
  async bySlug(actor: Actor, slug: string, locales: readonly string[]): Promise<PlatformView> {
    const row = await this.finder.bySlug(actor, slug);
    const [founders, balances, hosts, membership, waiting] = await Promise.all([
      this.organisations.of([row.id]),
      this.groups.balances([row.id], locales),
      this.members.hosts(actor, row),
      this.members.standing(actor, row.id),
      this.members.waiting(actor, row),
    ]);
    return {
      ...summary(row, founders.get(row.id), balances.get(row.id), locales),
      organisations: founders.get(row.id)?.organisations ?? [],
      purpose: rendered(row, ({ purpose }) => purpose, locales),
      workingLocales: row.workingLocales,
      hosts,
      membership,
      waiting,
      revision: row.revision,
      can: platformPolicy.can(actor, row),
    };
  }

  /** Members per stakeholder group, the largest first; groups with a kept and empty seat count 0. */
  async balance(platformId: string, locales: readonly string[]): Promise<GroupCount[]> {
    return (await this.groups.balances([platformId], locales)).get(platformId) ?? [];
  }

  async membersOf(actor: Actor, slug: string, locales: readonly string[]): Promise<MembersView> {
    const row = await this.finder.bySlug(actor, slug);
    return this.members.at(actor, row, await this.balance(row.id, locales));
  }
}

function summary(
  row: Platform,
  founders: Founders | undefined,
  balance: GroupCount[] = [],
  locales: readonly string[],
): PlatformSummary {
  const { id, slug, country, demo, partnershipId } = row;
  return {
    id,
    slug,
    country,
    demo,
    partnershipId,
    name: rendered(row, ({ name }) => name, locales)!,
    memberCount: balance.reduce((sum, { count }) => sum + count, 0),
    conveners: founders?.conveners ?? [],
    balance,
  };
}
