import type { QuestionKind } from '../comparison-facts';
import type { Step } from './steps/steps';

interface Coded {
  code: string;
}

/** Country: empty for a step that is taken once for all. */
interface Stepped {
  step: Step;
  country: string;
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
    'question.discussed': { country: string; threadId: string };
    'comparison.step_planned': Stepped;
    'comparison.step_done': Stepped;
    'comparison.step_reopened': Stepped;
    'question_option.added': Coded;
    'question_option.edited': Revised;
    'question_option.moved': Coded;
    'question_option.removed': Coded;
  }
}
