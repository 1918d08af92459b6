import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { tokenHash } from '../../accounts/actors.service';
import type { Actor } from '../../core/access/actor';
import { randomSecret } from '../../core/config/config';
import { Transactions } from '../../core/database/transactions';
import { Forbidden, NotFound, Refusal, SignInRequired } from '../../core/errors/refusal';
import type { Key } from '../../core/i18n/keys';
import { Journal } from '../../core/journal/journal';
import { Invitation, standingOf, type InvitationStanding } from './invitation.entity';
import { seated, standingAt } from '../members/joining.service';
import { Seats } from '../members/seats.service';

const CLOSED: Record<Exclude<InvitationStanding, 'open'>, Key> = {
  accepted: 'platforms:refusal.invitation_used',
  declined: 'platforms:refusal.invitation_declined',
  withdrawn: 'platforms:refusal.invitation_withdrawn',
  expired: 'platforms:refusal.invitation_expired',
};

/**
 * What the link in the mail opens. The token proves that somebody reads the mail of the invited address, and it can
 * be passed on. So it admits only an account of that very address: a seat gives access to what members say among
 * themselves, and a host meant one person. Whoever comes with another address is told so, and can sign in with
 * the invited one or ask to join under her own, which a host decides.
 */
@Injectable()
export class InvitationLinks {
  constructor(
    private readonly database: DataSource,
    private readonly seats: Seats,
    private readonly transactions: Transactions,
    private readonly journal: Journal,
  ) {}

  /** Makes the secret part of the link, where the mail is written; undefined when it is no longer to be sent. */
  async make(invitationId: string): Promise<string | undefined> {
    const token = randomSecret();
    const [, made] = await this.database.query<[unknown[], number]>(
      `update invitations set hash = $2 where id = $1 and state = 'open' and expires_at > now()`,
      [invitationId, tokenHash(token)],
    );
    return made === 1 ? token : undefined;
  }

  /** Looks without using it. @throws NotFound */
  async find(token: string, tx: EntityManager = this.database.manager): Promise<Invitation> {
    const invitation = await tx
      .createQueryBuilder(Invitation, 'invitation')
      .innerJoinAndSelect('invitation.platform', 'platform')
      .leftJoinAndSelect('platform.translations', 'translation')
      .where('invitation.hash = :hash', { hash: tokenHash(token) })
      .getOne();
    if (!invitation) throw new NotFound();
    return invitation;
  }

  /** Takes the seat. @throws Refusal when the invitation is no longer open, or was meant for another address */
  async accept(actor: Actor, token: string): Promise<void> {
    const person = actor.person;
    if (!person) throw new SignInRequired();
    if (!actor.mayWrite) throw new Forbidden('errors:read_only_token');
    await this.transactions.run(async (tx) => {
      const invitation = await this.claim(tx, actor, token);
      const standing = await standingAt(tx, invitation.platformId, person.id);
      if (standing?.state === 'member') throw new Refusal(409, 'platforms:refusal.already_member');
      await this.close(tx, invitation, 'accepted');
      const { platformId, groupId, organisationId } = invitation;
      const seat = { groupId, organisationId, message: null };
      const id = await seated(tx, platformId, person.id, 'member', seat);
      await this.seats.give(tx, invitation.platform, person.id);
      await this.journal.record(tx, 'invitation.accepted', {
        actor,
        subject: { kind: 'membership', id },
        scope: { kind: 'platform', id: invitation.platformId },
        data: { personId: person.id },
      });
    });
  }

  /** Turns it down; whoever reads the mail may do so without an account. */
  async decline(actor: Actor, token: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const invitation = await this.claim(tx, actor, token);
      await this.close(tx, invitation, 'declined');
      await this.journal.record(tx, 'invitation.declined', {
        actor,
        subject: { kind: 'invitation', id: invitation.id },
        scope: { kind: 'platform', id: invitation.platformId },
        data: {},
      });
    });
  }

  /** @throws Refusal that says what became of it */
  assertOpen(invitation: Invitation): void {
    const standing = standingOf(invitation);
    if (standing !== 'open') throw new Refusal(409, CLOSED[standing]);
  }

  private async claim(tx: EntityManager, actor: Actor, token: string): Promise<Invitation> {
    await this.seats.lock(tx, (await this.find(token, tx)).platformId);
    const invitation = await this.find(token, tx);
    this.assertOpen(invitation);
    if (actor.person && !meant(invitation, actor.person.email))
      throw new Forbidden('platforms:refusal.other_address');
    return invitation;
  }

  private async close(tx: EntityManager, { id }: Invitation, state: 'accepted' | 'declined'): Promise<void> {
    const [, closed] = await tx.query<[unknown[], number]>(
      `update invitations set state = $2 where id = $1 and state = 'open'`,
      [id, state],
    );
    if (closed === 0) throw new Refusal(409, 'platforms:refusal.invitation_closed');
  }
}

/** Addresses are compared without regard to capitals. */
export const meant = ({ email }: Pick<Invitation, 'email'>, address: string): boolean =>
  email.toLowerCase() === address.toLowerCase();
