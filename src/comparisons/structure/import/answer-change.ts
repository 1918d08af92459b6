import type { Answer } from '../../answering/answer.entity';
import { withTotal } from '../../answering/value/answer-rules';
import type { AnswerChanges, NewAnswer } from '../../answering/value/answer.schema';
import { saidIn } from '../../answering/writing/answers.service';

/** What a row says otherwise than the answer that stands there; undefined when it says the same. */
export function changeOf(
  now: Answer,
  { question: _, country: __, unit, ...given }: NewAnswer,
): AnswerChanges | undefined {
  const said = { ...saidIn(now), locale: now.locale };
  const next = withTotal({ ...said, ...given });
  const same = (Object.keys(said) as (keyof typeof said)[]).every(
    (name) => JSON.stringify(next[name] ?? null) === JSON.stringify(said[name] ?? null),
  );
  if (same) return undefined;
  return { ...given, ...(unit && { unit }), revision: now.revision, weight: 'meaning' };
}
