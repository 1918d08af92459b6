import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { Transactions } from '../../core/database/transactions';
import { Conflict, Invalid, NotFound } from '../../core/errors/refusal';
import { Journal } from '../../core/journal/journal';
import { Organisations } from '../../directory/organisations.service';
import { Person } from '../person.entity';
import { personPolicy } from './person.policy';
import type { MeView, ProfileChanges } from './profile.schema';

/** What a person says of herself, and how she wants to read. */
@Injectable()
export class Profiles {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly journal: Journal,
    private readonly organisations: Organisations,
  ) {}

  /** @throws NotFound for visitors */
  async me(actor: Actor): Promise<MeView> {
    const { where, parameters } = personPolicy.readable(actor, 'person');
    const person = await this.database.createQueryBuilder(Person, 'person').where(where, parameters).getOne();
    if (!person) throw new NotFound();
    return view(person);
  }

  /** @throws Conflict with what stands now, when it was saved elsewhere meanwhile */
  async edit(actor: Actor, { revision, ...changes }: ProfileChanges): Promise<MeView> {
    const { id } = await this.me(actor);
    personPolicy.allow(actor, 'edit', { id });
    await this.assertOrganisation(changes.organisationId);
    const saved = await this.transactions.run(async (tx) => {
      const { affected } = await tx
        .createQueryBuilder()
        .update(Person)
        .set({ ...changes, revision: () => 'revision + 1' })
        .where('id = :id and revision = :revision', { id, revision })
        .execute();
      if (affected !== 1) return false;
      const subject = { kind: 'person', id };
      await this.journal.record(tx, 'person.edited', {
        actor,
        subject,
        scope: subject,
        data: { revision: revision + 1 },
      });
      return true;
    });
    const now = await this.me(actor);
    if (!saved) throw new Conflict(now);
    return now;
  }

  private async assertOrganisation(id: string | null | undefined): Promise<void> {
    if (!id) return;
    const known = await this.organisations.byIds([id]);
    if (!known.has(id)) throw Invalid.field('organisationId', 'errors:field.id');
  }
}

const view = ({
  id,
  email,
  name,
  locale,
  readingLocales,
  originalsOnly,
  followsWhenWriting,
  timeZone,
  organisationId,
  revision,
}: Person): MeView => ({
  id,
  email,
  name,
  locale,
  readingLocales,
  originalsOnly,
  followsWhenWriting,
  timeZone,
  organisationId,
  revision,
});
