import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { Transactions } from '../../core/database/transactions';
import { Invalid, NotFound } from '../../core/errors/refusal';
import { Organisations } from '../../directory/organisations.service';
import { PARTNER_ROLES, Partner, type PartnerRole } from './partner.entity';
import { PartnershipAccess } from '../partnership.access';
import type { Breadth, PartnerView } from '../partnership.view';

/** Which organisations take part in a partnership, and as what. */
@Injectable()
export class Partners {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly access: PartnershipAccess,
    private readonly organisations: Organisations,
  ) {}

  /** The lead first, then by role, then in the order in which they came. */
  async of(partnershipId: string): Promise<PartnerView[]> {
    const rows = await this.database.manager.find(Partner, {
      where: { partnershipId },
      order: { position: 'ASC', organisationId: 'ASC' },
    });
    const organisations = await this.organisations.byIds(rows.map(({ organisationId }) => organisationId));
    return rows
      .map(({ organisationId, role }) => ({ organisation: organisations.get(organisationId)!, role }))
      .sort((a, b) => PARTNER_ROLES.indexOf(a.role) - PARTNER_ROLES.indexOf(b.role));
  }

  /** How many take part in each partnership, and from where; who has no partners is not in the map. */
  async breadths(partnershipIds: readonly string[]): Promise<Map<string, Breadth>> {
    const rows: (Breadth & { id: string })[] = await this.database.query(
      `select partner.partnership_id as id, count(*)::int as "partnerCount",
         array_agg(distinct organisation.country order by organisation.country) as countries
       from partners partner join organisations organisation on organisation.id = partner.organisation_id
       where partner.partnership_id = any($1) group by partner.partnership_id`,
      [partnershipIds],
    );
    return new Map(rows.map(({ id, ...breadth }) => [id, breadth]));
  }

  /** By id of the partnership. */
  async rolesOf(organisationId: string): Promise<Map<string, PartnerRole>> {
    const rows = await this.database.manager.findBy(Partner, { organisationId });
    return new Map(rows.map(({ partnershipId, role }) => [partnershipId, role]));
  }

  async add(actor: Actor, slug: string, organisationId: string, role: PartnerRole): Promise<void> {
    const partnership = await this.access.to(actor, 'edit', slug);
    const partnershipId = partnership.id;
    const known = await this.organisations.byIds([organisationId]);
    if (known.size === 0) throw Invalid.field('organisationId', 'errors:field.id');
    await this.transactions.run(async (tx) => {
      await this.access.lock(tx, partnership);
      if (await tx.existsBy(Partner, { partnershipId, organisationId }))
        throw Invalid.field('organisationId', 'partnerships:problem.partner_already');
      const position = ((await tx.maximum(Partner, 'position', { partnershipId })) ?? 0) + 1;
      await tx.insert(Partner, { partnershipId, organisationId, role, position });
      await this.access.record(tx, 'partner.added', { actor, partnershipId, data: { organisationId, role } });
    });
  }

  async changeRole(actor: Actor, slug: string, organisationId: string, role: PartnerRole): Promise<void> {
    const { id: partnershipId } = await this.access.to(actor, 'edit', slug);
    await this.transactions.run(async (tx) => {
      const { affected } = await tx.update(Partner, { partnershipId, organisationId }, { role });
      if (!affected) throw new NotFound();
      await this.access.record(tx, 'partner.changed', {
        actor,
        partnershipId,
        data: { organisationId, role },
      });
    });
  }

  async remove(actor: Actor, slug: string, organisationId: string): Promise<void> {
    const { id: partnershipId } = await this.access.to(actor, 'edit', slug);
    await this.transactions.run(async (tx) => {
      const { affected } = await tx.delete(Partner, { partnershipId, organisationId });
      if (!affected) throw new NotFound();
      await this.access.record(tx, 'partner.removed', { actor, partnershipId, data: { organisationId } });
    });
  }
}
