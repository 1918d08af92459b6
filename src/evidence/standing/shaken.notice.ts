import { Injectable } from '@nestjs/common';
import type { Key } from '../../core/i18n/keys';
import type { Language } from '../../core/i18n/language';
import type { TextTitle } from '../../core/texts/text-titles.service';
import { type NoticeData, NoticeKind } from '../../notifications/notice-kind';
import { evidencePath, pathPath } from '../evidence-paths';

export const SHAKEN = 'evidence.shaken';

const WORDS: Record<string, Key> = {
  changed: 'evidence:shaken.changed',
  withdrawn: 'evidence:shaken.withdrawn',
  replaced: 'evidence:shaken.replaced',
  dead: 'evidence:shaken.dead',
};

/** What a statement rests on does not stand any more as it was cited. */
@Injectable()
export class ShakenNotice extends NoticeKind {
  readonly name = SHAKEN;

  words({ t }: Language, { standing }: NoticeData): string {
    return t(WORDS[String(standing)] ?? 'evidence:shaken.title');
  }

  /** Where it can be looked at and confirmed; from afar, to the way on which it happened. */
  override path({ text }: TextTitle, { near }: NoticeData): string {
    return near ? evidencePath(text) : pathPath(text);
  }
}
