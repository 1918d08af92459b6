import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { Transactions } from '../../core/database/transactions';
import { NotFound, Refusal } from '../../core/errors/refusal';
import type { EntryName } from '../../core/journal/entry';
import { Journal } from '../../core/journal/journal';
import { INVITATION_DAYS, Invitation } from './invitation.entity';
import { invitationPolicy } from './invitation.policy';
import type { InvitationInput } from './invitation.schema';
import { PlatformFinder } from '../platform-finder.service';
import { platformPolicy } from '../platform.policy';
import { SeatChoices } from '../members/seat-choices.service';
import { Seats } from '../members/seats.service';

type InvitationEntry = Extract<EntryName, `invitation.${'opened' | 'renewed' | 'withdrawn'}`>;

/** A host keeps a seat for an e-mail address. The mail with the link is written later, by a reaction. */
@Injectable()
export class Invitations {
  constructor(
    private readonly finder: PlatformFinder,
    private readonly choices: SeatChoices,
    private readonly seats: Seats,
    private readonly transactions: Transactions,
    private readonly journal: Journal,
  ) {}

  /** Returns the id of the invitation. @throws Refusal for somebody who sits here, or was invited already */
  async invite(actor: Actor, slug: string, input: InvitationInput): Promise<string> {
    const platform = await this.finder.bySlug(actor, slug);
    platformPolicy.allow(actor, 'manage', platform);
    await this.choices.assertKnown(input);
    return this.transactions.run(async (tx) => {
      await this.seats.lock(tx, platform.id);
      await this.assertNotMember(tx, platform.id, input.email);
      await this.forgetExpired(tx, platform.id, input.email);
      const [row] = await tx.query<{ id: string }[]>(
        `insert into invitations (platform_id, email, locale, organisation_id, stakeholder_group_id, message,
           invited_by, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, now() + make_interval(days => $8))
         on conflict (platform_id, email) where state = 'open' do nothing returning id`,
        [
          platform.id,
          input.email,
          input.locale,
          input.organisationId,
          input.groupId,
          input.message,
          actor.person?.id ?? null,
          INVITATION_DAYS,
        ],
      );
      if (!row) throw new Refusal(409, 'platforms:refusal.already_invited');
      await this.record(tx, actor, 'invitation.opened', platform.id, row.id);
      return row.id;
    });
  }

  /** Sends a new link; the one that was sent before opens nothing any more. */
  renew(actor: Actor, slug: string, id: string): Promise<void> {
    return this.change(actor, slug, id, 'renew', 'invitation.renewed', (tx) =>
      tx.query(
        `update invitations set hash = null, expires_at = now() + make_interval(days => $2)
         where id = $1 and state = 'open' returning id`,
        [id, INVITATION_DAYS],
      ),
    );
  }

  /** The link in the mail opens nothing any more, but says what happened. */
  withdraw(actor: Actor, slug: string, id: string): Promise<void> {
    return this.change(actor, slug, id, 'withdraw', 'invitation.withdrawn', (tx) =>
      tx.query(`update invitations set state = 'withdrawn' where id = $1 and state = 'open' returning id`, [
        id,
      ]),
    );
  }

  private async change(
    actor: Actor,
    slug: string,
    id: string,
    ability: 'renew' | 'withdraw',
    entry: InvitationEntry,
    update: (tx: EntityManager) => Promise<[{ id: string }[], number]>,
  ): Promise<void> {
    await this.transactions.run(async (tx) => {
      const invitation = await this.find(tx, actor, slug, id);
      invitationPolicy.allow(actor, ability, invitation);
      const [, changed] = await update(tx);
      if (changed === 0) throw new Refusal(409, 'platforms:refusal.invitation_closed');
      await this.record(tx, actor, entry, invitation.platformId, id);
    });
  }

  /** Only at the platform of the address. @throws NotFound */
  private async find(tx: EntityManager, actor: Actor, slug: string, id: string): Promise<Invitation> {
    const { where, parameters } = invitationPolicy.readable(actor, 'invitation');
    const invitation = await tx
      .createQueryBuilder(Invitation, 'invitation')
      .innerJoinAndSelect('invitation.platform', 'platform')
      .where(where, parameters)
      .andWhere('invitation.id = :id and platform.slug = :slug', { id, slug })
      .getOne();
    if (!invitation) throw new NotFound();
    return invitation;
  }

  private async assertNotMember(tx: EntityManager, platformId: string, email: string): Promise<void> {
    const rows = await tx.query<unknown[]>(
      `select 1 from memberships membership join people person on person.id = membership.person_id
       where membership.platform_id = $1 and membership.state = 'member' and person.email = $2`,
      [platformId, email],
    );
    if (rows.length > 0) throw new Refusal(409, 'platforms:refusal.sits_already');
  }

  /** One that ran out makes room for a new one. */
  private async forgetExpired(tx: EntityManager, platformId: string, email: string): Promise<void> {
    await tx.query(
      `update invitations set state = 'withdrawn'
       where platform_id = $1 and email = $2 and state = 'open' and expires_at <= now()`,
      [platformId, email],
    );
  }

  private async record(
    tx: EntityManager,
    actor: Actor,
    name: InvitationEntry,
    platformId: string,
    id: string,
  ): Promise<void> {
    await this.journal.record(tx, name, {
      actor,
      subject: { kind: 'invitation', id },
      scope: { kind: 'platform', id: platformId },
      data: {},
    });
  }
}
