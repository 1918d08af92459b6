import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { People } from '../../accounts/people.service';
import type { Actor } from '../../core/access/actor';
import { Grants } from '../../core/access/grants.service';
import { Transactions } from '../../core/database/transactions';
import { Invalid, NotFound, Refusal } from '../../core/errors/refusal';
import { PartnershipAccess } from '../partnership.access';

export const OFFICES = ['organiser', 'editor'] as const;
export type Office = (typeof OFFICES)[number];

/** Somebody who answers for the record. */
export interface Officer {
  personId: string;
  name: string;
  email: string;
  office: Office;
}

/** Who organises a partnership and who edits its record. */
@Injectable()
export class Appointments {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly access: PartnershipAccess,
    private readonly grants: Grants,
    private readonly people: People,
  ) {}

  /** Organisers first. Only those who appoint see addresses. */
  async of(actor: Actor, slug: string): Promise<Officer[]> {
    const { id } = await this.access.to(actor, 'appoint', slug);
    return this.database.query(
      `select person.id as "personId", person.name, person.email, held.role as office
       from grants held join people person on person.id = held.person_id
       where held.place_id = $1 and held.role in ('organiser', 'editor')
       order by held.role = 'editor', person.name, person.id`,
      [id],
    );
  }

  /** By the address of somebody who has an account already. */
  async appoint(actor: Actor, slug: string, email: string, office: Office): Promise<void> {
    const { id: partnershipId } = await this.access.to(actor, 'appoint', slug);
    const person = await this.people.byEmail(email);
    if (!person?.confirmedAt) throw Invalid.field('email', 'partnerships:problem.no_account');
    await this.transactions.run(async (tx) => {
      await this.grants.give(tx, person.id, office, partnershipId);
      const data = { personId: person.id };
      await this.access.record(tx, `${office}.appointed`, { actor, partnershipId, data });
    });
  }

  /** Somebody must go on organising. */
  async remove(actor: Actor, slug: string, personId: string, office: Office): Promise<void> {
    const partnership = await this.access.to(actor, 'appoint', slug);
    const partnershipId = partnership.id;
    await this.transactions.run(async (tx) => {
      await this.access.lock(tx, partnership);
      const holders: { person_id: string }[] = await tx.query(
        'select person_id from grants where role = $1 and place_id = $2',
        [office, partnershipId],
      );
      if (!holders.some((holder) => holder.person_id === personId)) throw new NotFound();
      if (office === 'organiser' && holders.length === 1)
        throw new Refusal(422, 'partnerships:refusal.last_organiser');
      await this.grants.take(tx, personId, office, partnershipId);
      await this.access.record(tx, `${office}.removed`, { actor, partnershipId, data: { personId } });
    });
  }
}
