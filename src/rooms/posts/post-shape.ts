import type { TranslationStatus } from '../../core/database/translation';
import type { Locale } from '../../core/i18n/locales';
import type { ReactionKind } from './post.schema';

/** Which parts a post has. */
export interface Shape {
  own: boolean;
  withdrawn: boolean;
  /** Why its words are not shown. */
  gone: 'withdrawn' | 'hidden' | 'moved' | undefined;
  organisation: boolean;
  /** What it answers stands on the same page, or elsewhere. */
  answers: 'near' | 'far' | undefined;
  edited: boolean;
  files: boolean;
  canReply: boolean;
  canEdit: boolean;
  canWithdraw: boolean;
  /** It is another's: can be reported. */
  canReport: boolean;
  /** May say that it resolves the thread. */
  canResolve: boolean;
  /** Keeps order: what can be done with it beyond answering stands in a menu. */
  keeps: boolean;
  /** Can say something to it with one click; otherwise sees what others said. */
  canReact: boolean;
  /** Somebody has. */
  reacted: boolean;
  /** It holds a poll. */
  polled: boolean;
  /** Something rests on it. */
  cited: boolean;
  /** Drawn for the script to fill, with every part that a post can have. */
  blank: boolean;
  /** Language of the words that are shown. */
  locale: Locale;
  /** How far their translation has come; undefined: they are the original. */
  translated: TranslationStatus | undefined;
  /** Somebody, or a machine by its name, answers for the translation. */
  signed: boolean;
  outdated: boolean;
  warned: boolean;
  originalLocale: Locale;
}

/** What is written into the parts. All of it is text but for those named in `HTML_WORDS`. */
export type Words = Record<
  | (
      | 'id'
      | 'number'
      | 'client'
      | 'thread'
      | 'day'
      | 'published'
      | 'time'
      | 'moment'
      | 'html'
      | 'original'
      | 'by'
      | 'files'
      | 'reactions'
      | 'reacted'
      | 'poll'
      | 'pollId'
    )
  | ('name' | 'initials' | 'organisation' | 'organisationSlug' | 'organisationLocale')
  | ('answered' | 'answeredNumber' | 'edited' | 'cited' | 'moved')
  | `${ReactionKind}${'Pressed' | 'Count' | 'Act'}`,
  string
>;

export const HTML_WORDS = ['html', 'original', 'files', 'reactions', 'poll'] as const;
