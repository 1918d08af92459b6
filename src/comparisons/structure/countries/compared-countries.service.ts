import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../../core/access/actor';
import { Transactions } from '../../../core/database/transactions';
import { Invalid, NotFound, Refusal } from '../../../core/errors/refusal';
import { ComparisonAccess, type ComparisonRow } from '../../comparison.access';
import { ComparisonCountry } from '../comparison-country.entity';
import type { NewCountry } from './country.schema';
import { inProtocolOrder } from './protocol-order';

export interface ComparedCountry {
  code: string;
  platform: { id: string; slug: string; name: string; locale: string } | null;
  answers: number;
}

export interface PlatformChoice {
  id: string;
  slug: string;
  country: string;
  name: string;
  locale: string;
}

/** Who is asked. */
@Injectable()
export class ComparedCountries {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly access: ComparisonAccess,
  ) {}

  /** In protocol order. */
  async of(comparisonId: string): Promise<ComparedCountry[]> {
    return this.database.query(
      `select country.code,
         case when platform.id is null then null else json_build_object('id', platform.id, 'slug', platform.slug,
           'name', platform.name, 'locale', platform.locale) end as platform,
         (select count(*)::int from answers where comparison_id = $1 and answers.country = country.code) as answers
       from comparison_countries country left join platforms platform on platform.id = country.platform_id
       where country.comparison_id = $1 order by country.position`,
      [comparisonId],
    );
  }

  /** Platforms of its partnership whose country is not compared yet. */
  async choices({ id, partnershipId }: ComparisonRow): Promise<PlatformChoice[]> {
    return this.database.query(
      `select id, slug, country, name, locale from platforms
       where partnership_id = $1 and country not in (select code from comparison_countries where comparison_id = $2)
       order by country`,
      [partnershipId, id],
    );
  }

  /** @throws Invalid when it is compared already, or when that platform cannot answer for it */
  async add(actor: Actor, slug: string, { country: code, platform }: NewCountry): Promise<void> {
    const comparison = await this.access.to(actor, 'edit', slug);
    await this.transactions.run(async (tx) => {
      await this.access.lock(tx, comparison);
      if (await tx.existsBy(ComparisonCountry, { comparisonId: comparison.id, code }))
        throw Invalid.field('country', 'comparisons:problem.country_twice');
      if (platform) await assertAnswersFor(tx, comparison, platform, code);
      const { id: comparisonId, locale } = comparison;
      const row = { comparisonId, code, platformId: platform, position: 0, locale };
      const { identifiers } = await tx.insert(ComparisonCountry, row);
      await arrange(tx, comparisonId);
      const { id } = identifiers[0] as { id: string };
      await this.record(tx, actor, comparison, 'comparison.country_added', { id, code });
    });
  }

  /** @throws Refusal when it has answered something */
  async remove(actor: Actor, slug: string, code: string): Promise<void> {
    const comparison = await this.access.to(actor, 'edit', slug);
    await this.transactions.run(async (tx) => {
      await this.access.lock(tx, comparison);
      const row = await tx.findOneBy(ComparisonCountry, { comparisonId: comparison.id, code });
      if (!row) throw new NotFound();
      const [{ answered }] = await tx.query<[{ answered: boolean }]>(
        'select exists (select from answers where comparison_id = $1 and country = $2) as answered',
        [comparison.id, code],
      );
      if (answered) throw new Refusal(422, 'comparisons:refusal.country_answered');
      await tx.delete(ComparisonCountry, row.id);
      await arrange(tx, comparison.id);
      await this.record(tx, actor, comparison, 'comparison.country_removed', row);
    });
  }

  private async record(
    tx: EntityManager,
    actor: Actor,
    { partnershipId }: ComparisonRow,
    name: 'comparison.country_added' | 'comparison.country_removed',
    { id, code }: { id: string; code: string },
  ): Promise<void> {
    const subject = { kind: 'country_profile', id };
    await this.access.record(tx, name, { actor, partnershipId, subject, data: { code } });
  }
}

async function assertAnswersFor(
  tx: EntityManager,
  { partnershipId }: ComparisonRow,
  platform: string,
  code: string,
): Promise<void> {
  const [found] = await tx.query<unknown[]>(
    'select from platforms where id = $1 and country = $2 and partnership_id = $3',
    [platform, code, partnershipId],
  );
  if (!found) throw Invalid.field('platform', 'comparisons:problem.platform');
}

async function arrange(tx: EntityManager, comparisonId: string): Promise<void> {
  const rows = await tx.findBy(ComparisonCountry, { comparisonId });
  const codes = rows.map(({ code }) => code).sort(inProtocolOrder);
  await tx.query(
    `update comparison_countries set position = given.place
     from unnest($2::text[]) with ordinality as given(code, place)
     where comparison_id = $1 and comparison_countries.code = given.code`,
    [comparisonId, codes],
  );
}
