import { Injectable } from '@nestjs/common';
import type { ComponentChildren } from 'preact';
import type { FormState } from '../../core/http/form';
import { page, type Crumb, type Page, type Script } from '../../core/http/page';
import type { Reader } from '../../core/http/reader';
import { FundingNotices } from '../../partnerships/funding/funding-notices.service';
import { ComparisonAccess } from '../comparison.access';
import { workPath } from './answer-paths';

/** A form on a page that was refused: which one, and what was typed. */
export interface RefusedAct {
  at: string;
  state: FormState;
}

interface Shown {
  title: string;
  slug: string;
  /** Below the questionnaire of this country. */
  country?: string;
  below?: Crumb[];
  body: ComponentChildren;
  refused?: FormState;
  scripts?: Script[];
}

/** Puts the pages of those who answer together: the colour of the partnership and the wording of its grant. */
@Injectable()
export class AnsweringFrame {
  constructor(
    private readonly access: ComparisonAccess,
    private readonly notices: FundingNotices,
  ) {}

  async page(reader: Reader, shown: Shown): Promise<Page> {
    const { title, slug, country, below = [], body, refused, scripts } = shown;
    const { actor, language, locales } = reader;
    const comparison = await this.access.toWork(actor, slug);
    const funding = await this.notices.of([comparison.partnershipId], locales);
    const { partnership } = comparison;
    return page({
      ...{ title, body, section: 'comparisons', accent: partnership.accent, hidden: true },
      funding: [...funding.values()],
      crumbs: [
        {
          label: partnership.acronym ?? partnership.name,
          path: `/partnerships/${partnership.slug}`,
          lang: partnership.locale,
        },
        { label: comparison.title, path: `/comparisons/${slug}`, lang: comparison.locale },
        ...(country ? [{ label: placeName(language, country), path: workPath(slug, country) }] : []),
        ...below,
      ],
      ...(scripts && { scripts }),
      ...(refused?.refusal && { status: refused.refusal.status }),
    });
  }
}

/** A country by its name; several together by their code. */
export const placeName = (language: Reader['language'], code: string): string =>
  code.length === 2 ? language.country(code) : code;
