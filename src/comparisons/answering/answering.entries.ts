import type { AnswerState } from '../comparison-facts';

type Nothing = Record<string, never>;

declare module '../../core/journal/entry' {
  interface Entries {
    'answer.begun': Nothing;
    'answer.edited': { revision: number };
    'answer.commented': { commentId: string };
    'answer.moved': { from: AnswerState; to: AnswerState };
    'comparison.published': { version: number };
  }
}

export {};
