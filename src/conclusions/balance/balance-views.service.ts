import { Injectable } from '@nestjs/common';
import type { Language } from '../../core/i18n/language';
import { isLocale } from '../../core/i18n/locales';
import { StakeholderGroups } from '../../platforms/groups/stakeholder-groups.service';
import type { BalanceView, SharesView } from '../reading/conclusion.schema';
import { carrying, type Balance, type Share, type Shares } from './balance';

/** Balances in a reader's words. */
@Injectable()
export class BalanceViews {
  constructor(private readonly groups: StakeholderGroups) {}

  async of({ spoke, agreed }: Balance, language: Language, locales: readonly string[]): Promise<BalanceView> {
    const groups = new Map((await this.groups.all(locales)).map(({ id, name }) => [id, name.text]));
    const view = (shares: Shares) => inWords(shares, language, groups);
    return { spoke: view(spoke), agreed: view(agreed) };
  }
}

function inWords(shares: Shares, language: Language, groups: ReadonlyMap<string, string>): SharesView {
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
