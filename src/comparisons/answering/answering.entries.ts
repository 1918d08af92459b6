import type { AnswerState } from '../comparison-facts';

declare module '../../core/journal/entry' {
  interface Entries {
    'answer.moved': { from: AnswerState; to: AnswerState };
    'comparison.published': { version: number };
  }
}

export {};
