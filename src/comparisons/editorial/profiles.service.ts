import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { revise } from '../../core/database/revise';
import { Transactions } from '../../core/database/transactions';
import { Conflict, Forbidden, NotFound } from '../../core/errors/refusal';
import { ComparisonAccess, type ComparisonRow } from '../comparison.access';
import { writesIn } from '../comparison.policy';
import { ComparisonCountry, ComparisonCountryTranslation } from '../structure/comparison-country.entity';
import { PROFILE, type ProfileInput } from './editorial.schema';

const KIND = {
  ...{ name: 'country_profile', entity: ComparisonCountry, translation: ComparisonCountryTranslation },
  strings: [...PROFILE],
};

interface Found {
  comparison: ComparisonRow;
  country: ComparisonCountry;
}

/** What the page of a country says first: written by the hosts of its platform, or by those who write the comparison. */
@Injectable()
export class CountryProfiles {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly access: ComparisonAccess,
  ) {}

  /** For who may write it. @throws NotFound, Forbidden */
  async of(actor: Actor, slug: string, code: string): Promise<Found> {
    const comparison = await this.access.toWork(actor, slug);
    const country = await this.database.manager.findOneBy(ComparisonCountry, {
      ...{ comparisonId: comparison.id, code: code.toUpperCase() },
    });
    if (!country) throw new NotFound();
    if (comparison.status === 'closed') throw new Forbidden('comparisons:refusal.closed');
    if (!actor.mayWrite) throw new Forbidden('errors:read_only_token');
    if (!writesIn(actor, comparison) && !actor.holds('host', country.platformId))
      throw new Forbidden('comparisons:refusal.not_yours');
    return { comparison, country };
  }

  /** @throws Conflict with what stands now, when somebody saved first */
  async write(
    actor: Actor,
    slug: string,
    code: string,
    { revision, weight, ...words }: ProfileInput,
  ): Promise<void> {
    const { comparison, country } = await this.of(actor, slug, code);
    const { id } = country;
    const saved = await this.transactions.run(async (tx) => {
      if (!(await revise(tx, KIND, id, revision, words, { by: actor, weight }))) return false;
      await this.access.record(tx, 'country_profile.edited', {
        ...{ actor, partnershipId: comparison.partnershipId, subject: { kind: 'country_profile', id } },
        data: { revision: revision + 1 },
      });
      return true;
    });
    if (saved) return;
    const now = (await this.of(actor, slug, code)).country;
    const { summary, strengths, gaps, locale } = now;
    throw new Conflict({ summary, strengths, gaps, locale, revision: now.revision });
  }
}
