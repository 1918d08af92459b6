import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { Transactions } from '../../core/database/transactions';
import { Refusal, SignInRequired } from '../../core/errors/refusal';
import { Journal } from '../../core/journal/journal';
import type { MembershipState } from './membership.entity';
import type { JoinInput } from './membership.schema';
import { PlatformFinder } from '../platform-finder.service';
import { platformPolicy } from '../platform.policy';
import type { MemberEntryName } from '../platforms.entries';
import { SeatChoices } from './seat-choices.service';
import { Seats } from './seats.service';

interface Standing {
  id: string;
  state: MembershipState;
}

/** How people come to a table by themselves, and leave it. */
@Injectable()
export class Joining {
  constructor(
    private readonly finder: PlatformFinder,
    private readonly choices: SeatChoices,
    private readonly seats: Seats,
    private readonly transactions: Transactions,
    private readonly journal: Journal,
  ) {}

  /** Asks to join; a host decides. Who was declined, left or was removed may ask again. */
  async ask(actor: Actor, slug: string, input: JoinInput): Promise<void> {
    const platform = await this.finder.bySlug(actor, slug);
    platformPolicy.allow(actor, 'join', platform);
    const personId = ownId(actor);
    await this.choices.assertKnown(input);
    await this.transactions.run(async (tx) => {
      await this.seats.lock(tx, platform.id);
      const standing = await standingAt(tx, platform.id, personId);
      if (standing?.state === 'member') throw new Refusal(409, 'platforms:refusal.already_member');
      if (standing?.state === 'asked') throw new Refusal(409, 'platforms:refusal.already_asked');
      const id = await seated(tx, platform.id, personId, 'asked', input);
      await this.record(tx, actor, 'membership.asked', platform.id, id, personId);
    });
  }

  /** Gives up one's own seat. */
  async leave(actor: Actor, slug: string): Promise<void> {
    const platform = await this.finder.bySlug(actor, slug);
    platformPolicy.allow(actor, 'leave', platform);
    const personId = ownId(actor);
    await this.transactions.run(async (tx) => {
      await this.seats.lock(tx, platform.id);
      await this.seats.assertNotLastHost(tx, platform, personId);
      const [rows] = await tx.query<[{ id: string }[], number]>(
        `update memberships set state = 'left', changed_at = clock_timestamp()
         where platform_id = $1 and person_id = $2 and state = 'member' returning id`,
        [platform.id, personId],
      );
      if (!rows[0]) throw new Refusal(409, 'platforms:refusal.not_member');
      await this.seats.take(tx, platform, personId);
      await this.record(tx, actor, 'membership.left', platform.id, rows[0].id, personId);
    });
  }

  private async record(
    tx: EntityManager,
    actor: Actor,
    name: MemberEntryName,
    platformId: string,
    id: string,
    personId: string,
  ): Promise<void> {
    await this.journal.record(tx, name, {
      actor,
      subject: { kind: 'membership', id },
      scope: { kind: 'platform', id: platformId },
      data: { personId },
    });
  }
}

function ownId(actor: Actor): string {
  if (!actor.person) throw new SignInRequired();
  return actor.person.id;
}

/** Where the person stands with the platform, read under its lock. */
export async function standingAt(
  tx: EntityManager,
  platformId: string,
  personId: string,
): Promise<Standing | undefined> {
  const [row] = await tx.query<Standing[]>(
    'select id, state from memberships where platform_id = $1 and person_id = $2',
    [platformId, personId],
  );
  return row;
}

/** Writes the person's one row at the platform, whatever stood there before. Returns its id. */
export async function seated(
  tx: EntityManager,
  platformId: string,
  personId: string,
  state: 'asked' | 'member',
  { groupId, organisationId, message }: JoinInput,
): Promise<string> {
  const [row] = await tx.query<[{ id: string }]>(
    `insert into memberships (platform_id, person_id, stakeholder_group_id, organisation_id, message, state)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (platform_id, person_id) do update set stakeholder_group_id = excluded.stakeholder_group_id,
       organisation_id = excluded.organisation_id, message = excluded.message, state = excluded.state,
       reason = null, decided_by = null, changed_at = clock_timestamp()
     returning id`,
    [platformId, personId, groupId, organisationId, message, state],
  );
  return row.id;
}
