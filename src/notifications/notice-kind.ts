import type { TextSubject, TextTitle } from '../core/texts/text-titles.service';
import type { Key, Values } from '../core/i18n/keys';
import type { Language } from '../core/i18n/language';

/** Ids and facts; never words of people. */
export type NoticeData = Record<string, string | number | boolean | null>;

/** Something that people are told of. */
export interface News {
  /** Name of the kind of notice: `recommendation.published`. */
  name: string;
  /** The text that it is about, by kind and id. */
  subject: TextSubject;
  data?: NoticeData;
  /** The same cause is told to nobody twice. */
  cause: string;
}

/** By what somebody looks for among what she was told. */
export const NOTICE_SORTS = ['mentions', 'answers', 'threads', 'moderation', 'rest'] as const;
export type NoticeSort = (typeof NOTICE_SORTS)[number];

/**
 * One kind of notice: says in the reader's language what has happened. Capabilities declare theirs as providers, where
 * they are found by themselves.
 */
export abstract class NoticeKind {
  abstract readonly name: string;
  sort: NoticeSort = 'rest';
  /** Is told also where its subject cannot be read by who is told, as after losing a room: then without its title. */
  readonly alone: boolean = false;

  /** Stands above the title of its subject. */
  abstract words(language: Language, data: NoticeData): string;

  /** Where it leads, without the locale: to its subject, unless it says otherwise. */
  path(subject: TextTitle, _data: NoticeData): string {
    return subject.path;
  }

  /** The same without the subject, for kinds that are told alone. */
  pathAlone(_data: NoticeData): string | null {
    return null;
  }
}

/** `of('answers', notice(…))` */
export const of = (sort: NoticeSort, kind: NoticeKind): NoticeKind => Object.assign(kind, { sort });

/** A kind of notice that is one sentence: `{ provide: 'notice …', useValue: notice('comment.made', 'rooms:notice.…') }`. */
export function notice(name: string, key: Key, path?: NoticeKind['path']): NoticeKind {
  class Sentence extends NoticeKind {
    readonly name = name;
    words = ({ t }: Language, data: NoticeData): string => t(key, data as Values);
    override path(subject: TextTitle, data: NoticeData): string {
      return path?.(subject, data) ?? super.path(subject, data);
    }
  }
  return new Sentence();
}

/** The same for what concerns a person who may no longer see where it happened: it leads to a page of her own. */
export function noticeAlone(name: string, key: Key, path: (data: NoticeData) => string): NoticeKind {
  class Statement extends NoticeKind {
    readonly name = name;
    override readonly alone = true;
    words = ({ t }: Language, data: NoticeData): string => t(key, data as Values);
    override path = (_subject: TextTitle, data: NoticeData): string => path(data);
    override pathAlone = path;
  }
  return new Statement();
}
