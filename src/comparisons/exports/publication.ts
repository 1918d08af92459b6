import type { FundingNotice } from '../../core/http/page';
import type { Language } from '../../core/i18n/language';
import type { ComparisonData } from '../comparison-data';
import type { Narrowing } from './narrowing';

/** What files are written from: a published version, all of it or a part, in the language of whoever asks. */
export interface Publication {
  data: ComparisonData;
  /** The version before it was narrowed. */
  whole: ComparisonData;
  narrowing: Narrowing;
  language: Language;
  /** Where the hub is, without a slash at the end. */
  origin: string;
  /** Who answers questions about it, when the hub says so. */
  contact: string | undefined;
  /** In the wording of the grant. */
  funding: FundingNotice | undefined;
}

/** Where this version stands for ever; leads on in the language of whoever follows it. */
export const permanentAddress = ({ origin, data: { slug, version } }: Publication): string =>
  `${origin}/comparisons/${slug}/versions/${version}`;

/** Where one answer of it stands. */
export const answerAddress = (publication: Publication, country: string, question: string): string =>
  `${permanentAddress(publication)}/answers/${country.toLowerCase()}/${question.toLowerCase()}`;

/** The statement and what goes with it, as one text; that the wording of a grant is not known is said, too. */
export function fundingText({ funding, language }: Publication): string {
  if (!funding) return '';
  if (funding.statement) return [funding.statement, funding.disclaimer].filter(Boolean).join(' ');
  return `${language.t('ui:funding.by', { name: funding.name })} ${language.t('ui:funding.unknown')}`;
}
