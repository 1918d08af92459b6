import { NotFound } from '../../../core/errors/refusal';
import type { Asked } from '../../publishing/comparison-gathering.service';
import { wordsIn } from '../../reading/words-in';
import type { AskedView } from './answer-view.schema';

/** A question in the reader's languages. @throws NotFound when it is asked no more */
export function askedIn(asked: Asked, id: string, locales: readonly string[]): AskedView {
  const question = asked.questions.find((each) => each.id === id);
  const dimension = asked.dimensions.find((each) => each.id === question?.dimension);
  if (!question || !dimension) throw new NotFound();
  const { code, kind, several, unit, unitMultiplier, decimals, bySex } = question;
  return {
    ...{ id, code, kind, several, unit, unitMultiplier, decimals, bySex },
    dimension: { code: dimension.code, title: wordsIn(dimension.title, locales) },
    question: wordsIn(question.question, locales),
    help: question.help && wordsIn(question.help, locales),
    anchors: Object.entries(question.anchors).map(([score, words]) => ({
      score,
      text: wordsIn(words, locales),
    })),
    options: question.options.map((option) => ({
      code: option.code,
      label: wordsIn(option.label, locales),
    })),
  };
}
