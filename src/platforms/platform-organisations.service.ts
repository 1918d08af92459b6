import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../core/access/actor';
import { Transactions } from '../core/database/transactions';
import { Invalid, NotFound } from '../core/errors/refusal';
import { Journal } from '../core/journal/journal';
import { Organisations, type OrganisationName } from '../directory/organisations.service';
import { PlatformFinder } from './platform-finder.service';
import { platformPolicy } from './platform.policy';
import type { PlatformOrganisationInput } from './platform.schema';

export interface Founders {
  conveners: OrganisationName[];
  /** Those who founded it with the conveners. */
  organisations: OrganisationName[];
}

interface Row {
  platformId: string;
  organisationId: string;
  convener: boolean;
}

/** The organisations that called a platform together, and those that founded it with them. */
@Injectable()
export class PlatformOrganisations {
  constructor(
    private readonly database: DataSource,
    private readonly finder: PlatformFinder,
    private readonly organisations: Organisations,
    private readonly transactions: Transactions,
    private readonly journal: Journal,
  ) {}

  /** By platform, in the order in which they were added. */
  async of(platformIds: readonly string[]): Promise<Map<string, Founders>> {
    const rows: Row[] = await this.database.query(
      `select platform_id as "platformId", organisation_id as "organisationId", convener
       from platform_organisations where platform_id = any($1) order by position, organisation_id`,
      [platformIds],
    );
    const names = await this.organisations.byIds(rows.map(({ organisationId }) => organisationId));
    const those = (id: string, convener: boolean) =>
      rows
        .filter((row) => row.platformId === id && row.convener === convener)
        .flatMap(({ organisationId }) => names.get(organisationId) ?? []);
    return new Map(
      platformIds.map((id) => [id, { conveners: those(id, true), organisations: those(id, false) }]),
    );
  }

  /** Adds the organisation, or changes its part. */
  async add(actor: Actor, slug: string, { organisationId, role }: PlatformOrganisationInput): Promise<void> {
    const platform = await this.finder.bySlug(actor, slug);
    platformPolicy.allow(actor, 'edit', platform);
    await this.assertKnown(organisationId);
    const convener = role === 'convener';
    await this.transactions.run(async (tx) => {
      await tx.query(
        `insert into platform_organisations (platform_id, organisation_id, convener, position)
         values ($1, $2, $3, (select coalesce(max(position), 0) + 1 from platform_organisations where platform_id = $1))
         on conflict (platform_id, organisation_id) do update set convener = excluded.convener`,
        [platform.id, organisationId, convener],
      );
      const place = { kind: 'platform', id: platform.id };
      await this.journal.record(tx, 'platform.organisation_added', {
        actor,
        subject: place,
        scope: place,
        data: { organisationId, convener },
      });
    });
  }

  async drop(actor: Actor, slug: string, organisationId: string): Promise<void> {
    const platform = await this.finder.bySlug(actor, slug);
    platformPolicy.allow(actor, 'edit', platform);
    await this.transactions.run(async (tx) => {
      const [, dropped] = await tx.query<[unknown[], number]>(
        'delete from platform_organisations where platform_id = $1 and organisation_id = $2',
        [platform.id, organisationId],
      );
      if (dropped === 0) throw new NotFound();
      const place = { kind: 'platform', id: platform.id };
      await this.journal.record(tx, 'platform.organisation_dropped', {
        actor,
        subject: place,
        scope: place,
        data: { organisationId },
      });
    });
  }

  /** @throws Invalid when there is no such organisation; nobody in particular is always known */
  async assertKnown(organisationId: string | null): Promise<void> {
    if (organisationId === null) return;
    const names = await this.organisations.byIds([organisationId]);
    if (names.size === 0) throw Invalid.field('organisationId', 'errors:field.id');
  }
}
