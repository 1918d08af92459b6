import { Injectable } from '@nestjs/common';
import type { PageOptions } from '../../core/http/page';
import type { Reader } from '../../core/http/reader';
import { FundingNotices } from '../../partnerships/funding/funding-notices.service';
import { PartnershipFaces } from '../../partnerships/partnership-faces.service';
import { PRACTICES } from '../practice-paths';
import type { PracticeView } from './case.schema';

/** Pages of a case have the colour of its partnership and the wording of its grant. */
@Injectable()
export class CaseFrame {
  constructor(
    private readonly faces: PartnershipFaces,
    private readonly funding: FundingNotices,
  ) {}

  async of(
    { language, locales }: Reader,
    { partnership: { id } }: { partnership: Pick<PracticeView['partnership'], 'id'> },
  ): Promise<Omit<PageOptions, 'title' | 'body'>> {
    const [[face], notices] = await Promise.all([this.faces.of([id]), this.funding.of([id], locales)]);
    return {
      section: 'practices',
      accent: face!.partnership.accent,
      funding: [...notices.values()],
      crumbs: [{ label: language.t('practices:list.title'), path: PRACTICES }],
    };
  }
}
