import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Grants } from '../../core/access/grants.service';
import { NotFound, Refusal } from '../../core/errors/refusal';
import type { PlatformPlace } from '../platform.policy';

type Place = PlatformPlace & { id: string };

/** The powers that come with a seat: members of a platform are members of its partnership. */
@Injectable()
export class Seats {
  constructor(private readonly grants: Grants) {}

  /**
   * Held to the commit by every verb that gives or takes a seat, so that two hosts who leave at the same moment
   * do not leave the table without one. @throws NotFound
   */
  async lock(tx: EntityManager, platformId: string): Promise<void> {
    const rows = await tx.query<unknown[]>('select 1 from platforms where id = $1 for no key update', [
      platformId,
    ]);
    if (rows.length === 0) throw new NotFound();
  }

  async give(tx: EntityManager, { id, partnershipId }: Place, personId: string): Promise<void> {
    await this.lockPerson(tx, personId);
    await this.closeInvitations(tx, id, personId);
    await this.grants.give(tx, personId, 'member', id);
    if (partnershipId) await this.grants.give(tx, personId, 'member', partnershipId);
  }

  /** The membership row has left the state `member` before this. */
  async take(tx: EntityManager, { id, partnershipId }: Place, personId: string): Promise<void> {
    await this.lockPerson(tx, personId);
    await this.closeInvitations(tx, id, personId);
    await this.grants.take(tx, personId, 'member', id);
    await this.grants.take(tx, personId, 'host', id);
    if (partnershipId && !(await this.sitsElsewhere(tx, partnershipId, personId)))
      await this.grants.take(tx, personId, 'member', partnershipId);
  }

  async appoint(tx: EntityManager, { id }: Place, personId: string): Promise<void> {
    await this.grants.give(tx, personId, 'host', id);
  }

  async dismiss(tx: EntityManager, { id }: Place, personId: string): Promise<void> {
    await this.grants.take(tx, personId, 'host', id);
  }

  /** Whoever she is, a table that has a host keeps one. @throws Refusal */
  async assertNotLastHost(tx: EntityManager, { id }: Place, personId: string): Promise<void> {
    const hosts = await tx.query<{ person_id: string }[]>(
      `select person_id from grants where role = 'host' and place_id = $1`,
      [id],
    );
    if (hosts.length === 1 && hosts[0]?.person_id === personId)
      throw new Refusal(409, 'platforms:refusal.last_host');
  }

  /** One at a time per person: she may leave two platforms of one partnership in the same moment. */
  private async lockPerson(tx: EntityManager, personId: string): Promise<void> {
    await tx.query('select 1 from people where id = $1 for no key update', [personId]);
  }

  /** Who has a seat needs no invitation; who lost hers does not come back by an old one. */
  private async closeInvitations(tx: EntityManager, platformId: string, personId: string): Promise<void> {
    await tx.query(
      `update invitations set state = 'withdrawn' where platform_id = $1 and state = 'open'
         and email = (select email from people where id = $2)`,
      [platformId, personId],
    );
  }

  private async sitsElsewhere(tx: EntityManager, partnershipId: string, personId: string): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      `select 1 from memberships membership join platforms platform on platform.id = membership.platform_id
       where platform.partnership_id = $1 and membership.person_id = $2 and membership.state = 'member' limit 1`,
      [partnershipId, personId],
    );
    return rows.length > 0;
  }
}
