import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { Transactions } from '../../core/database/transactions';
import { NotFound, Refusal } from '../../core/errors/refusal';
import { Journal } from '../../core/journal/journal';
import { Membership, type MembershipState } from './membership.entity';
import { membershipPolicy } from './membership.policy';
import type { RemovalInput } from './membership.schema';
import type { MemberEntryName } from '../platforms.entries';
import { Seats } from './seats.service';

type Decision = 'accept' | 'decline' | 'remove' | 'appoint' | 'dismiss';

/** What those who run a platform decide about the people who sit, or ask to sit, at its table. */
@Injectable()
export class Memberships {
  constructor(
    private readonly seats: Seats,
    private readonly transactions: Transactions,
    private readonly journal: Journal,
  ) {}

  /** Somebody asked and is let in. */
  accept(actor: Actor, slug: string, id: string): Promise<void> {
    return this.decide(actor, slug, id, 'accept', 'membership.accepted', async (tx, membership) => {
      await turn(tx, actor, membership, 'member');
      await this.seats.give(tx, membership.platform, membership.personId);
    });
  }

  /** Not now; she may ask again. */
  decline(actor: Actor, slug: string, id: string): Promise<void> {
    return this.decide(actor, slug, id, 'decline', 'membership.declined', (tx, membership) =>
      turn(tx, actor, membership, 'declined'),
    );
  }

  /** The reason is told to the person by mail. */
  remove(actor: Actor, slug: string, id: string, { reason }: RemovalInput): Promise<void> {
    return this.decide(actor, slug, id, 'remove', 'membership.removed', async (tx, membership) => {
      await this.seats.assertNotLastHost(tx, membership.platform, membership.personId);
      await turn(tx, actor, membership, 'removed', reason);
      await this.seats.take(tx, membership.platform, membership.personId);
    });
  }

  /** Makes a member a host. */
  appoint(actor: Actor, slug: string, id: string): Promise<void> {
    return this.decide(actor, slug, id, 'appoint', 'host.appointed', (tx, membership) =>
      this.seats.appoint(tx, membership.platform, membership.personId),
    );
  }

  /** A host stays as a member. */
  dismiss(actor: Actor, slug: string, id: string): Promise<void> {
    return this.decide(actor, slug, id, 'dismiss', 'host.dismissed', async (tx, membership) => {
      await this.seats.assertNotLastHost(tx, membership.platform, membership.personId);
      await this.seats.dismiss(tx, membership.platform, membership.personId);
    });
  }

  /** Found, allowed, done and written down; the platform is locked meanwhile, so the answer still holds. */
  private async decide(
    actor: Actor,
    slug: string,
    id: string,
    decision: Decision,
    entry: MemberEntryName,
    work: (tx: EntityManager, membership: Membership) => Promise<void>,
  ): Promise<void> {
    await this.transactions.run(async (tx) => {
      const { platformId } = await this.find(tx, actor, slug, id);
      await this.seats.lock(tx, platformId);
      const membership = await this.find(tx, actor, slug, id);
      membershipPolicy.allow(actor, decision, membership);
      await work(tx, membership);
      await this.journal.record(tx, entry, {
        actor,
        subject: { kind: 'membership', id },
        scope: { kind: 'platform', id: platformId },
        data: { personId: membership.personId },
      });
    });
  }

  /** Only at the platform of the address: a host's word holds at her own table. @throws NotFound */
  private async find(tx: EntityManager, actor: Actor, slug: string, id: string): Promise<Membership> {
    const { where, parameters } = membershipPolicy.readable(actor, 'membership');
    const membership = await tx
      .createQueryBuilder(Membership, 'membership')
      .innerJoinAndSelect('membership.platform', 'platform')
      .where(where, parameters)
      .andWhere('membership.id = :id and platform.slug = :slug', { id, slug })
      .getOne();
    if (!membership) throw new NotFound();
    return membership;
  }
}

async function turn(
  tx: EntityManager,
  actor: Actor,
  { id, state }: Membership,
  to: MembershipState,
  reason: string | null = null,
): Promise<void> {
  const [, turned] = await tx.query<[unknown[], number]>(
    `update memberships set state = $2, reason = $3, decided_by = $4, changed_at = clock_timestamp()
     where id = $1 and state = $5`,
    [id, to, reason, actor.person?.id ?? null, state],
  );
  if (turned === 0) throw new Refusal(409, 'platforms:refusal.already_decided');
}
