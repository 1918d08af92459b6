import type { TranslationStatus } from '../core/database/translation';
import type { Locale } from '../core/i18n/locales';
import type { EvidenceStanding, Relation } from '../evidence/relation';
import type { AnswerStanding, AnswerState, Confidence, Flag, QuestionKind, Unit } from './comparison-facts';
import type { GroupResult } from './group-result';

/**
 * A comparison as plain data: every page, drawing and file is made from it alone, so that the same numbers stand
 * everywhere. A published version keeps it as it was (docs/decisions); the work under way is gathered in the same shape.
 * Numbers are decimal strings, in the unit of their question.
 */
export interface ComparisonData {
  id: string;
  slug: string;
  /** 0: as it stands now, unpublished. */
  version: number;
  /** ISO 8601 date; null for what is not published. */
  publishedOn: string | null;
  title: Words;
  summary: Words | null;
  /** What this version changes, as whoever published it says. */
  note: { text: string; locale: Locale } | null;
  period: string | null;
  licence: string;
  doi: string | null;
  partnership: { id: string; slug: string; name: string; acronym: string | null; accent: string };
  /** In protocol order. */
  countries: DataCountry[];
  dimensions: DataDimension[];
  questions: DataQuestion[];
  answers: DataAnswer[];
}

/** A text with all its renderings. */
export interface Words {
  /** Of the text: kind and id as in core/texts, for marks and links to its translations. */
  kind: string;
  id: string;
  locale: Locale;
  revision: number;
  text: string;
  translations: {
    locale: Locale;
    text: string;
    status: TranslationStatus;
    outdated: boolean;
    by: string | null;
  }[];
}

export interface DataCountry {
  code: string;
  platform: { id: string; slug: string } | null;
  summary: Words | null;
  strengths: Words | null;
  gaps: Words | null;
}

export interface DataDimension {
  id: string;
  code: string;
  title: Words;
  description: Words | null;
  synthesis: { alike: Words | null; different: Words | null; reasons: Words | null } | null;
}

export interface DataQuestion {
  id: string;
  /** Id of its dimension. */
  dimension: string;
  code: string;
  kind: QuestionKind;
  question: Words;
  help: Words | null;
  /** By score: 0, 3, 5, 8, 10. */
  anchors: Record<string, Words>;
  options: { code: string; label: Words }[];
  several: boolean;
  unit: Unit | null;
  unitMultiplier: number;
  decimals: number;
  bySex: boolean;
}

export interface DataAnswer {
  id: string;
  /** Id of its question. */
  question: string;
  country: string;
  period: string;
  standing: AnswerStanding;
  number: string | null;
  women: string | null;
  men: string | null;
  notStated: string | null;
  score: string | null;
  /** Codes of the question's options. */
  options: string[];
  text: Words | null;
  note: Words | null;
  confidence: Confidence | null;
  flags: Flag[];
  validOn: string | null;
  groupResult: GroupResult | null;
  state: AnswerState;
  /** Its own signed version. */
  version: number;
  evidence: DataEvidence[];
}

/** What it rests on. Words of posts and the like are not in it: who may see them is asked when they are read. */
export interface DataEvidence {
  /** Id of the link. */
  id: string;
  relation: Relation;
  kind: string;
  ground: string;
  revision: number | null;
  /** When the data was gathered. */
  standing: EvidenceStanding;
  source: DataSource | null;
}

export interface DataSource {
  title: string;
  /** BCP 47; sources are in any language. */
  locale: string;
  publisher: string | null;
  address: string | null;
  published: string | null;
  readOn: string;
}
