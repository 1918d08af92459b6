import type { QuestionKind } from '../comparison-facts';

interface Coded {
  code: string;
}

interface Revised extends Coded {
  revision: number;
}

declare module '../../core/journal/entry' {
  interface Entries {
    'comparison.begun': { template: boolean };
    'comparison.edited': { revision: number };
    'comparison.opened': Record<string, never>;
    'comparison.closed': Record<string, never>;
    'comparison.drafted': Record<string, never>;
    'comparison.country_added': Coded;
    'comparison.country_removed': Coded;
    'dimension.added': Coded;
    'dimension.edited': Revised;
    'dimension.moved': Coded;
    'dimension.removed': Coded;
    'question.added': Coded & { kind: QuestionKind };
    'question.edited': Revised;
    'question.moved': Coded;
    'question.retired': Coded;
    'question.resumed': Coded;
    'question.removed': Coded;
    'question_option.added': Coded;
    'question_option.edited': Revised;
    'question_option.moved': Coded;
    'question_option.removed': Coded;
  }
}
