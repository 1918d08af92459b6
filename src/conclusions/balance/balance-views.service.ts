import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Language } from '../../core/i18n/language';
import { isLocale } from '../../core/i18n/locales';
import { StakeholderGroups } from '../../platforms/groups/stakeholder-groups.service';
import type { BalanceView, SharesView } from '../reading/conclusion.schema';
import type { StandingConclusion } from '../standing-conclusion';
import { Balances } from './balances.service';
import { carrying, type Balance, type Share, type Shares } from './balance';

/** Balances in a reader's words. */
@Injectable()
export class BalanceViews {
  constructor(
    private readonly database: DataSource,
    private readonly groups: StakeholderGroups,
    private readonly balances: Balances,
  ) {}

  /** While it is under way, for those who sit in the room. */
  now(conclusion: StandingConclusion): Promise<Balance> {
    return this.balances.of(this.database.manager, conclusion);
  }

  async inWords(
    { spoke, agreed }: Balance,
    language: Language,
    locales: readonly string[],
  ): Promise<BalanceView> {
    const groups = new Map((await this.groups.all(locales)).map(({ id, name }) => [id, name.text]));
    const view = (shares: Shares) => sharesInWords(shares, language, groups);
    return { spoke: view(spoke), agreed: view(agreed) };
  }
}

function sharesInWords(shares: Shares, language: Language, groups: ReadonlyMap<string, string>): SharesView {
  const named = (all: Share[] | null, name: (of: string) => string | null) =>
    all && all.map(({ of, count }) => ({ of, count, name: of ? name(of) : null }));
  return {
    people: shares.people,
    groups: named(shares.groups, (id) => groups.get(id) ?? null),
    countries: named(shares.countries, (code) => language.country(code)),
    languages: named(shares.languages, (code) => (isLocale(code) ? language.languageName(code) : code)),
    carrying: carrying(shares),
  };
}
