import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository, type SelectQueryBuilder } from 'typeorm';
import { People } from '../../accounts/people.service';
import type { Actor } from '../../core/access/actor';
import { Grants } from '../../core/access/grants.service';
import { Organisations, type OrganisationName } from '../../directory/organisations.service';
import type { GroupCount } from '../groups/balance.schema';
import { Membership, type MembershipState } from './membership.entity';
import { membershipPolicy } from './membership.policy';
import type { MembersView, MemberView, RequestView } from './membership.schema';
import type { Platform } from '../platform.entity';
import { runs, seesNames } from '../platform.policy';

/** Who sits at a table, as far as the reader may know it. */
@Injectable()
export class Members {
  constructor(
    @InjectRepository(Membership) private readonly memberships: Repository<Membership>,
    private readonly organisations: Organisations,
    private readonly grants: Grants,
    private readonly people: People,
  ) {}

  /** Group by group, in the order of the balance. Visitors get organisations and counts, no names. */
  async at(actor: Actor, platform: Platform, balance: GroupCount[]): Promise<MembersView> {
    const [seats, people] = await Promise.all([this.seats(platform.id), this.named(actor, platform)]);
    const refs = await this.organisations.byIds(seats.map(({ organisationId }) => organisationId));
    const groups = balance.map((group) => ({
      ...group,
      organisations: seats
        .filter(({ groupId }) => groupId === group.id)
        .flatMap(({ organisationId }) => refs.get(organisationId) ?? []),
      members: people.filter(({ groupId }) => groupId === group.id).map(({ member }) => member),
    }));
    return { total: balance.reduce((sum, { count }) => sum + count, 0), groups };
  }

  /** Who looks after the platform; nobody for visitors. */
  async hosts(actor: Actor, platform: Platform): Promise<{ id: string; name: string }[]> {
    if (!seesNames(actor)) return [];
    const names = await this.people.named(await this.grants.holders('host', platform.id));
    return [...names.values()]
      .map(({ id, name }) => ({ id, name }))
      .sort((a, b) => a.name.localeCompare(b.name));
  }

  /** Where the actor stands with the platform; null when she never asked. */
  async standing(actor: Actor, platformId: string): Promise<MembershipState | null> {
    if (!actor.person) return null;
    const row = await this.memberships.findOneBy({ platformId, personId: actor.person.id });
    return row?.state ?? null;
  }

  /** How many requests wait for an answer; null for those whom it does not concern. */
  async waiting(actor: Actor, platform: Platform): Promise<number | null> {
    return runs(actor, platform) ? this.rows(actor, platform, 'asked').getCount() : null;
  }

  /** Requests that wait for an answer, the oldest first; only for those who run the platform. */
  async requests(actor: Actor, platform: Platform): Promise<RequestView[]> {
    if (!runs(actor, platform)) return [];
    const rows = await this.rows(actor, platform, 'asked').orderBy('membership.changedAt').getMany();
    const refs = await this.refsOf(rows);
    return rows.map(({ id, groupId, organisationId, message, changedAt, person }) => ({
      membershipId: id,
      name: person.name,
      email: person.email,
      groupId,
      organisation: refs.get(organisationId ?? '') ?? null,
      message,
      askedAt: changedAt.toISOString(),
    }));
  }

  private async named(actor: Actor, platform: Platform): Promise<{ groupId: string; member: MemberView }[]> {
    if (!seesNames(actor)) return [];
    const rows = await this.rows(actor, platform, 'member')
      .orderBy('person.name')
      .addOrderBy('person.id')
      .getMany();
    const [refs, hosts] = await Promise.all([this.refsOf(rows), this.grants.holders('host', platform.id)]);
    const addresses = runs(actor, platform);
    return rows.map(({ id, groupId, personId, organisationId, changedAt, person }) => ({
      groupId,
      member: {
        membershipId: id,
        personId,
        name: person.name,
        organisation: refs.get(organisationId ?? '') ?? null,
        host: hosts.includes(personId),
        email: addresses ? person.email : null,
        since: changedAt.toISOString(),
      },
    }));
  }

  private rows(actor: Actor, { id }: Platform, state: MembershipState): SelectQueryBuilder<Membership> {
    const { where, parameters } = membershipPolicy.readable(actor, 'membership');
    return this.memberships
      .createQueryBuilder('membership')
      .innerJoinAndSelect('membership.person', 'person')
      .where(where, parameters)
      .andWhere('membership.platformId = :id and membership.state = :state', { id, state });
  }

  private refsOf(rows: Membership[]): Promise<Map<string, OrganisationName>> {
    return this.organisations.byIds(rows.flatMap(({ organisationId }) => organisationId ?? []));
  }

  /** Which organisations have a seat in which group: this much is public. */
  private seats(platformId: string): Promise<{ groupId: string; organisationId: string }[]> {
    return this.memberships.query(
      `select distinct stakeholder_group_id as "groupId", organisation_id as "organisationId"
       from memberships where platform_id = $1 and state = 'member' and organisation_id is not null
       order by organisation_id`,
      [platformId],
    );
  }
}
