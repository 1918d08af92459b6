import { Injectable } from '@nestjs/common';
import type { Reader } from '../../core/http/reader';
import type { OrganisationName } from '../../directory/organisations.service';
import { TextLanguages } from '../../translations/languages/text-languages.service';
import type { TextLanguage } from '../../ui/parts/languages-of-text';
import type { GroupView } from '../groups/balance.schema';
import { original, type OriginalStanding } from './platform-editing.service';
import { PlatformFinder } from '../platform-finder.service';
import { platformPolicy } from '../platform.policy';
import type { PlatformView } from '../platform.schema';
import { Platforms } from '../platforms.service';
import { SeatChoices } from '../members/seat-choices.service';

export interface Workbench {
  platform: PlatformView;
  original: OriginalStanding;
  /** How it stands in each language other than the original's own. */
  languages: TextLanguage[];
  groups: GroupView[];
  organisations: OrganisationName[];
}

/** All that an editor of a platform has before her. */
@Injectable()
export class PlatformWorkbench {
  constructor(
    private readonly finder: PlatformFinder,
    private readonly platforms: Platforms,
    private readonly choices: SeatChoices,
    private readonly languages: TextLanguages,
  ) {}

  /** @throws Forbidden for whoever may not edit */
  async of({ actor, language, locales }: Reader, slug: string): Promise<Workbench> {
    const row = await this.finder.bySlug(actor, slug);
    platformPolicy.allow(actor, 'edit', row);
    const [platform, choices, languages] = await Promise.all([
      this.platforms.bySlug(actor, slug, locales),
      this.choices.offered(language, locales, row.country),
      this.languages.of(actor, 'platform', row.id),
    ]);
    return { platform, original: original(row), languages, ...choices };
  }
}
