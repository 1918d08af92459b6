import type { Key } from '../../core/i18n/keys';

const WORDS = {
  post: 'evidence:kind.post',
  thread: 'evidence:kind.thread',
  poll: 'evidence:kind.poll',
  conclusion: 'evidence:kind.conclusion',
  practice: 'evidence:kind.practice',
  question: 'evidence:kind.question',
  answer: 'evidence:kind.answer',
  recommendation: 'evidence:kind.recommendation',
  chapter: 'evidence:kind.chapter',
  file: 'evidence:kind.file',
  source: 'evidence:kind.source',
} satisfies Record<string, Key>;

/** What one of a kind is called: the kinds are known by their names only. */
export const kindWords = (kind: string): Key =>
  (WORDS as Record<string, Key | undefined>)[kind] ?? 'evidence:kind.text';
