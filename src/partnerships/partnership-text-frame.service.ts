import { Injectable } from '@nestjs/common';
import type { Reader } from '../core/http/reader';
import type { Text } from '../core/texts/text-kind';
import { TextFrame } from '../translations/text-frame';
import { FundingNotices } from './funding/funding-notices.service';
import { PartnershipFaces } from './partnership-faces.service';
import { partnershipPath } from './partnership-words';

/** Pages about a text of a partnership have its colour and the wording of its grant, like all pages of it. */
@Injectable()
export class PartnershipTextFrame extends TextFrame {
  constructor(
    private readonly faces: PartnershipFaces,
    private readonly notices: FundingNotices,
  ) {
    super();
  }

  async of({ actor, language, locales }: Reader, { partnershipId }: Pick<Text, 'partnershipId'>) {
    const ids = partnershipId ? [partnershipId] : [];
    const [[partnership], notices] = await Promise.all([
      this.faces.readable(actor, ids),
      this.notices.of(ids, locales),
    ]);
    const funding = [...notices.values()];
    if (!partnership) return { funding };
    const { slug, acronym, name, locale, accent } = partnership;
    return {
      ...{ funding, accent, section: 'partnerships' as const },
      crumbs: [
        { label: language.t('partnerships:title'), path: '/partnerships' },
        { label: acronym ?? name, path: partnershipPath(slug), lang: locale },
      ],
    };
  }
}
