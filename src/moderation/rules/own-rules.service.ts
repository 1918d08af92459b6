import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { revise } from '../../core/database/revise';
import { Transactions } from '../../core/database/transactions';
import { withTranslations } from '../../core/database/translation';
import { Conflict } from '../../core/errors/refusal';
import type { Locale } from '../../core/i18n/locales';
import { PartnershipAccess } from '../../partnerships/partnership.access';
import type { Partnership } from '../../partnerships/partnership.entity';
import { partnershipPolicy } from '../../partnerships/partnership.policy';
import { OwnRules, OwnRulesTranslation } from './own-rules.entity';
import type { RulesVersion, WrittenRules } from './own-rules.schema';
import { OWN_RULES } from './own-rules.texts';

const KIND = {
  name: OWN_RULES,
  entity: OwnRules,
  translation: OwnRulesTranslation,
  strings: ['body' as const],
};

export type PartnershipOfRules = Pick<Partnership, 'slug' | 'name' | 'locale'>;

export interface RulesOfPartnership {
  partnership: Partnership;
  /** Also those that no longer hold. */
  rules: OwnRules | null;
  versions: RulesVersion[];
  mayEdit: boolean;
}

/** House rules of a partnership: written by its editors, read by all who read it, and never forgotten. */
@Injectable()
export class PartnershipRules {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly access: PartnershipAccess,
  ) {}

  /** Partnerships with rules that hold. */
  list(actor: Actor): Promise<PartnershipOfRules[]> {
    return this.access
      .readable(actor)
      .innerJoin('own_rules', 'rules', 'rules.partnership_id = partnership.id and rules.ended_at is null')
      .select(['partnership.slug as slug', 'partnership.name as name', 'partnership.locale as locale'])
      .orderBy('partnership.name')
      .getRawMany<PartnershipOfRules>();
  }

  /** @throws NotFound for who may not read the partnership */
  async of(actor: Actor, slug: string, locales: readonly Locale[]): Promise<RulesOfPartnership> {
    const partnership = await this.access.to(actor, 'read', slug);
    const query = this.database
      .createQueryBuilder(OwnRules, 'rules')
      .where('rules.partnershipId = :id', { id: partnership.id });
    const rules = await withTranslations(query, 'rules', locales).getOne();
    const versions = rules ? await this.versions(rules) : [];
    return { partnership, rules, versions, mayEdit: partnershipPolicy.may(actor, 'edit', partnership) };
  }

  /** The first words, or others on top of what was seen. @throws Conflict when somebody saved first */
  async write(actor: Actor, slug: string, { body, locale, revision, weight }: WrittenRules): Promise<void> {
    const partnership = await this.access.to(actor, 'edit', slug);
    await this.transactions.run(async (tx) => {
      await this.access.lock(tx, partnership);
      const now = await tx.findOneBy(OwnRules, { partnershipId: partnership.id });
      if ((now?.revision ?? 0) !== revision)
        throw new Conflict(now ? { revision: now.revision, body: now.body, locale: now.locale } : undefined);
      const id = now ? now.id : await this.begin(tx, partnership.id, body, locale);
      if (now) await revise(tx, KIND, id, revision, { body, locale, endedAt: null }, { by: actor, weight });
      await this.record(tx, 'house_rules.written', actor, { id, partnershipId: partnership.id });
    });
  }

  /** From now on only the rules of the hub hold. What they said stays to be read. */
  async end(actor: Actor, slug: string): Promise<void> {
    const { id: partnershipId } = await this.access.to(actor, 'edit', slug);
    await this.transactions.run(async (tx) => {
      const [ended] = await tx.query<[{ id: string }[], number]>(
        `update own_rules set ended_at = clock_timestamp() where partnership_id = $1 and ended_at is null returning id`,
        [partnershipId],
      );
      if (ended[0]) await this.record(tx, 'house_rules.ended', actor, { id: ended[0].id, partnershipId });
    });
  }

  private async begin(tx: EntityManager, partnershipId: string, body: string, locale: Locale) {
    const [{ id }] = await tx.query<[{ id: string }]>(
      'insert into own_rules (partnership_id, body, locale) values ($1, $2, $3) returning id',
      [partnershipId, body, locale],
    );
    return id;
  }

  private async versions({
    id,
    body,
    locale,
    revision,
    createdAt,
    endedAt,
  }: OwnRules): Promise<RulesVersion[]> {
    const before = await this.database.query<
      { revision: number; locale: Locale; strings: { body: string }; changed_at: Date }[]
    >(
      `select revision, locale, strings, changed_at from original_revisions
       where kind = $1 and owner_id = $2 order by revision`,
      [OWN_RULES, id],
    );
    const said = [
      ...before.map((each) => ({ ...each, body: each.strings.body, until: each.changed_at })),
      { revision, locale, body, until: endedAt },
    ];
    return said
      .map((each, place) => ({
        ...{ version: each.revision, body: each.body, locale: each.locale },
        from: (said[place - 1]?.until ?? createdAt).toISOString(),
        until: each.until?.toISOString() ?? null,
      }))
      .reverse();
  }

  private async record(
    tx: EntityManager,
    name: 'house_rules.written' | 'house_rules.ended',
    actor: Actor,
    { id, partnershipId }: { id: string; partnershipId: string },
  ): Promise<void> {
    const subject = { kind: OWN_RULES, id };
    await this.access.record(tx, name, { actor, partnershipId, subject, data: {} });
  }
}
