import { Injectable } from '@nestjs/common';
import { COMPARISONS, placePath } from '../../comparisons/reading/reading-paths';
import type { ComparisonRow } from '../../comparisons/comparison.access';
import type { RenderedText } from '../../core/database/rendered';
import type { Crumb, PageOptions } from '../../core/http/page';
import type { Reader } from '../../core/http/reader';
import { FundingNotices } from '../../partnerships/funding/funding-notices.service';
import { recommendationsPath } from '../recommendation-paths';

/** What every page of recommendations has in common: colour, funding, the way back to the comparison. */
@Injectable()
export class RecommendationFrames {
  constructor(private readonly notices: FundingNotices) {}

  /** @param below pages between the list of recommendations and this one; without them it is the list itself */
  async of(
    { language, locales }: Reader,
    { slug, partnershipId, partnership, version }: ComparisonRow,
    title: RenderedText,
    below?: Crumb[],
  ): Promise<Omit<PageOptions, 'title' | 'body'>> {
    const funding = await this.notices.of([partnershipId], locales);
    const list = { label: language.t('recommendations:title'), path: recommendationsPath(slug) };
    return {
      section: 'comparisons',
      accent: partnership.accent,
      funding: [...funding.values()],
      crumbs: [
        { label: language.t('comparisons:list.title'), path: COMPARISONS },
        { label: title.text, path: placePath({ slug, which: undefined }), lang: title.locale },
        ...(below ? [list, ...below] : []),
      ],
      hidden: version === 0,
    };
  }
}
