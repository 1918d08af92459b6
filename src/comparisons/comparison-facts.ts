/** Being prepared, being answered, read by everyone; closed: nothing is added any more. */
export const COMPARISON_STATUSES = ['draft', 'open', 'closed'] as const;
export type ComparisonStatus = (typeof COMPARISON_STATUSES)[number];

/** What can be asked (comparison.md §2): words, one or several of a list, a number, a statement to be scored. */
export const QUESTION_KINDS = ['text', 'category', 'number', 'statement'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** The scores of a statement that have words of their own. */
export const ANCHORS = [0, 3, 5, 8, 10] as const;

/** Codes of SDMX: persons, number, hours, per cent, full-time equivalents, years, days, money (ISO 4217). */
export const UNITS = ['PS', 'NR', 'HR', 'PC', 'FTE', 'YR', 'DAY', 'EUR', 'SEK', 'GBP'] as const;
export type Unit = (typeof UNITS)[number];

/** What an answer amounts to. Nobody having answered is no answer at all: three things, and none of them is 0. */
export const STANDINGS = ['value', 'unknown', 'not_applicable'] as const;
export type AnswerStanding = (typeof STANDINGS)[number];

/** Where an answer is on its way (comparison.md §2.2). */
export const ANSWER_STATES = ['draft', 'commented', 'agreed', 'checked', 'disputed', 'published'] as const;
export type AnswerState = (typeof ANSWER_STATES)[number];

export const CONFIDENCES = ['high', 'medium', 'low'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/**
 * Eurostat's flags for observations, as of 27 January 2025: break in series, definition differs, estimated, forecast,
 * imputed, cannot exist, not significant, provisional, low reliability (comparison.md §4).
 */
export const FLAGS = ['b', 'd', 'e', 'f', 'i', 'm', 'n', 'p', 'u'] as const;
export type Flag = (typeof FLAGS)[number];

/** Characters of an answer's text at most, as readers see them. */
export const ANSWER_LIMIT = 800;

/** ISO 3166-1 alpha-2, or a code of Eurostat for several countries together: `EU27_2020`. */
export const COUNTRY_CODE = /^([A-Z]{2}|[A-Z]{2,4}[0-9]{0,2}(_[0-9]{4})?)$/;

/** Several countries together: shown beside them, never counted among them. */
export const isAggregate = (code: string): boolean => code.length > 2;
