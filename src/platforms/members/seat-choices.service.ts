import { Injectable } from '@nestjs/common';
import type { Language } from '../../core/i18n/language';
import { Organisations, type OrganisationName } from '../../directory/organisations.service';
import type { GroupView } from '../groups/balance.schema';
import { PlatformOrganisations } from '../platform-organisations.service';
import { StakeholderGroups } from '../groups/stakeholder-groups.service';

export interface Choices {
  groups: GroupView[];
  /** Those of the platform's country first. */
  organisations: OrganisationName[];
}

/** In which group a seat can be, and for which organisation somebody can speak. */
@Injectable()
export class SeatChoices {
  constructor(
    private readonly groups: StakeholderGroups,
    private readonly organisations: Organisations,
    private readonly founders: PlatformOrganisations,
  ) {}

  /** @throws Invalid when the group or the organisation does not exist */
  async assertKnown({
    groupId,
    organisationId,
  }: {
    groupId: string;
    organisationId: string | null;
  }): Promise<void> {
    await this.groups.assertKnown([groupId], 'groupId');
    await this.founders.assertKnown(organisationId);
  }

  /** What a form offers to somebody who sits down at a table of this country. */
  async offered(language: Language, locales: readonly string[], country: string): Promise<Choices> {
    const [groups, organisations] = await Promise.all([
      this.groups.all(locales),
      this.organisations.choices(language),
    ]);
    const own = organisations.filter((organisation) => organisation.country === country);
    const others = organisations.filter((organisation) => organisation.country !== country);
    return { groups, organisations: [...own, ...others] };
  }
}
