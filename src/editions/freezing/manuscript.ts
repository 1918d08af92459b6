import type { RenderedText } from '../../core/database/rendered';
import type { Locale } from '../../core/i18n/locales';
import type { PracticeDocument } from '../../practices/documents/practice-documents.service';
import type { AgreedThing } from '../../evidence/reading/agreed.service';
import type { HandbookRow } from '../../handbooks/handbook.access';
import type { Outline } from '../../handbooks/outline';
import type { FundingNoticeVersion } from '../../partnerships/funding/funding-notice.entity';
import type { BookFigure, BookGlossary } from '../book';

/** Everything that a handbook would be printed from in one language, with the translations that there are. */
export interface Manuscript {
  locale: Locale;
  handbook: HandbookRow;
  notice: FundingNoticeVersion | undefined;
  /** Of what is published, each with its translation into the language. */
  outline: Outline;
  definitions: Map<string, { id: string; term: string; definition: RenderedText }>;
  messages: Map<string, RenderedText>;
  /** What people agreed on, as far as everybody may see it, by id. */
  agreed: Map<string, AgreedThing>;
  cases: Map<string, ManuscriptCase>;
  figures: Map<string, ManuscriptFigure>;
  /** Terms that stand in it, in all languages. */
  glossary: BookGlossary;
  /** Where in it each of them stands, by its term in the language. */
  subjects: Map<string, string[]>;
  /** Address of the hub, without a slash at its end. */
  origin: string;
}

export interface ManuscriptCase {
  told: PracticeDocument;
  /** The same when it is not a machine that tells it. */
  original: PracticeDocument;
}

export interface ManuscriptFigure extends Omit<BookFigure, 'number' | 'alt' | 'altLocale'> {
  id: string;
  /** `null` while nobody has described it. */
  alt: RenderedText | null;
  licence: string | null;
  /** Everybody who can be recognised on it has agreed, or nobody can be recognised. */
  consented: boolean;
}
