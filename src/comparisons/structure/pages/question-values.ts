import { ANCHORS } from '../../comparison-facts';
import type { Question } from '../question.entity';

/** As a form has them. */
export function valuesOf(question: Question): Record<string, string> {
  const { locale, revision, unit, unitMultiplier, decimals, minimum, maximum, bySex, several } = question;
  const anchors = ANCHORS.map((score) => [`anchor_${score}`, question[`anchor_${score}`] ?? '']);
  return {
    question: question.question,
    help: question.help ?? '',
    locale,
    revision: String(revision),
    unit: unit ?? '',
    unitMultiplier: String(unitMultiplier),
    decimals: String(decimals),
    minimum: minimum ?? '',
    maximum: maximum ?? '',
    bySex: String(bySex),
    several: String(several),
    ...(Object.fromEntries(anchors) as Record<string, string>),
  };
}
