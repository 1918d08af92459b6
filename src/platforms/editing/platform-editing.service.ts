import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { revise } from '../../core/database/revise';
import { Transactions } from '../../core/database/transactions';
import { Conflict, Invalid } from '../../core/errors/refusal';
import type { Entries, EntryName } from '../../core/journal/entry';
import { Journal } from '../../core/journal/journal';
import { PlatformFinder } from '../platform-finder.service';
import { Platform, PlatformTranslation } from '../platform.entity';
import { platformPolicy } from '../platform.policy';
import type { ExpectedGroups, NewPlatform, PlatformChanges } from '../platform.schema';
import { StakeholderGroups } from '../groups/stakeholder-groups.service';

const KIND = {
  name: 'platform',
  entity: Platform,
  translation: PlatformTranslation,
  strings: ['name' as const, 'purpose' as const],
};

/** Creates platforms and changes what is said about them. */
@Injectable()
export class PlatformEditing {
  constructor(
    private readonly finder: PlatformFinder,
    private readonly groups: StakeholderGroups,
    private readonly transactions: Transactions,
    private readonly journal: Journal,
  ) {}

  /** Returns the slug. The partnership is decided here, once, since its members' powers hang on it. */
  async create(actor: Actor, input: NewPlatform & { demo?: boolean }): Promise<string> {
    platformPolicy.allow(actor, 'create', { id: null, partnershipId: input.partnershipId });
    const slug = input.country.toLowerCase();
    await this.transactions.run(async (tx) => {
      await this.assertPartnership(tx, input.partnershipId);
      const rows = await tx.query<{ id: string }[]>(
        `insert into platforms (slug, country, partnership_id, name, purpose, locale, working_locales, demo)
         values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (slug) do nothing returning id`,
        [
          slug,
          input.country,
          input.partnershipId,
          input.name,
          input.purpose,
          input.locale,
          input.workingLocales,
          input.demo ?? false,
        ],
      );
      if (!rows[0]) throw Invalid.field('country', 'platforms:problem.country_taken');
      await this.record(tx, actor, 'platform.created', rows[0].id, {});
    });
    return slug;
  }

  /** @throws Conflict with what stands now, when somebody saved first */
  async edit(actor: Actor, slug: string, { revision, weight, ...changes }: PlatformChanges): Promise<void> {
    const platform = await this.finder.bySlug(actor, slug);
    platformPolicy.allow(actor, 'edit', platform);
    const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
    const saved = await this.transactions.run(async (tx) => {
      if (!(await revise(tx, KIND, platform.id, revision, given, { by: actor, weight }))) return false;
      await this.record(tx, actor, 'platform.edited', platform.id, { revision: revision + 1 });
      return true;
    });
    if (!saved) throw new Conflict(original(await this.finder.bySlug(actor, slug)));
  }

  /**
   * Keeps a seat for each of these groups: it stays visible while nobody sits in it.
   * Only what differs from `before` is changed, so that two who tick other boxes at once both get their will.
   */
  async expectGroups(actor: Actor, slug: string, { groupIds, before }: ExpectedGroups): Promise<void> {
    const platform = await this.finder.bySlug(actor, slug);
    platformPolicy.allow(actor, 'edit', platform);
    await this.groups.assertKnown(groupIds, 'groupIds');
    const added = groupIds.filter((id) => !before.includes(id));
    const dropped = before.filter((id) => !groupIds.includes(id));
    await this.transactions.run(async (tx) => {
      await tx.query(
        'delete from platform_groups where platform_id = $1 and stakeholder_group_id = any($2)',
        [platform.id, dropped],
      );
      await tx.query(
        `insert into platform_groups (platform_id, stakeholder_group_id)
         select $1, unnest($2::uuid[]) on conflict do nothing`,
        [platform.id, added],
      );
      await this.record(tx, actor, 'platform.groups_expected', platform.id, { added, dropped });
    });
  }

  private async assertPartnership(tx: EntityManager, id: string | null): Promise<void> {
    if (!id) return;
    const rows = await tx.query<unknown[]>('select 1 from partnerships where id = $1', [id]);
    if (rows.length === 0) throw Invalid.field('partnershipId', 'errors:field.id');
  }

  private async record<Name extends EntryName>(
    tx: EntityManager,
    actor: Actor,
    name: Name,
    id: string,
    data: Entries[Name],
  ): Promise<void> {
    const place = { kind: 'platform', id };
    await this.journal.record(tx, name, { actor, subject: place, scope: place, data });
  }
}

export type OriginalStanding = ReturnType<typeof original>;

/** What an editor changes, as it stands. */
export function original({ revision, locale, name, purpose, workingLocales }: Platform) {
  return { revision, locale, name, purpose, workingLocales };
}
