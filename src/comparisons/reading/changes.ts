import type { ComparisonData, DataAnswer, DataQuestion } from '../comparison-data';
import { scoreOf } from './figures';

/** What became of one answer between two versions. */
export interface AnswerChange {
  kind: 'added' | 'changed' | 'withdrawn';
  question: DataQuestion;
  country: string;
  period: string;
  /** Null for what was added. */
  before: DataAnswer | null;
  /** Null for what was withdrawn. */
  after: DataAnswer | null;
}

/** Questions that only one of two versions asks, or that they ask in other words. */
export interface QuestionChange {
  kind: 'added' | 'changed' | 'withdrawn';
  before: DataQuestion | null;
  after: DataQuestion | null;
}

export interface Changes {
  questions: QuestionChange[];
  answers: AnswerChange[];
}

const placeOf = ({ question, country, period }: DataAnswer): string => `${question} ${country} ${period}`;

/** All that an answer says, without its translations and without what it rests on. */
function saidBy(answer: DataAnswer): string {
  const { standing, number, women, men, notStated, options, text, note, confidence, flags, validOn } = answer;
  const numbers = [number, women, men, notStated].map((each) => (each === null ? null : Number(each)));
  const words = [text, note].map((each) => each && [each.locale, each.text]);
  const codes = [[...options].sort(), [...flags].sort()];
  return JSON.stringify([standing, numbers, scoreOf(answer), codes, words, confidence, validOn]);
}

/** What differs in `after`, in the order of its questions and countries; what is gone stands last. */
export function changesBetween(before: ComparisonData, after: ComparisonData): Changes {
  return { questions: questionChanges(before, after), answers: answerChanges(before, after) };
}

function questionChanges(before: ComparisonData, after: ComparisonData): QuestionChange[] {
  const old = new Map(before.questions.map((question) => [question.id, question]));
  const kept = new Set(after.questions.map(({ id }) => id));
  return [
    ...after.questions.flatMap((question): QuestionChange[] => {
      const was = old.get(question.id);
      if (!was) return [{ kind: 'added', before: null, after: question }];
      if (was.question.text === question.question.text && was.unit === question.unit) return [];
      return [{ kind: 'changed', before: was, after: question }];
    }),
    ...before.questions
      .filter(({ id }) => !kept.has(id))
      .map((question): QuestionChange => ({ kind: 'withdrawn', before: question, after: null })),
  ];
}

function answerChanges(before: ComparisonData, after: ComparisonData): AnswerChange[] {
  const old = new Map(before.answers.map((answer) => [placeOf(answer), answer]));
  const now = new Map(after.answers.map((answer) => [placeOf(answer), answer]));
  const questions = new Map([...before.questions, ...after.questions].map((each) => [each.id, each]));
  const changes: AnswerChange[] = [];
  for (const place of new Set([...now.keys(), ...old.keys()])) {
    const [was, is] = [old.get(place) ?? null, now.get(place) ?? null];
    const question = questions.get((is ?? was)!.question);
    if (!question || (was && is && saidBy(was) === saidBy(is))) continue;
    const kind = !was ? 'added' : is ? 'changed' : 'withdrawn';
    const { country, period } = (is ?? was)!;
    changes.push({ kind, question, country, period, before: was, after: is });
  }
  return inOrder(changes, after);
}

function inOrder(changes: AnswerChange[], { questions, countries }: ComparisonData): AnswerChange[] {
  const asked = new Map(questions.map(({ id }, place) => [id, place]));
  const placed = new Map(countries.map(({ code }, place) => [code, place]));
  const place = ({ question, country }: AnswerChange): number =>
    (asked.get(question.id) ?? questions.length) * 1000 + (placed.get(country) ?? 999);
  return changes.sort((a, b) => place(a) - place(b));
}
