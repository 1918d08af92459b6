import type { Actor } from '../../../core/access/actor';
import { answerPolicy } from '../../answering/answer.policy';
import type { ComparisonRow } from '../../comparison.access';

/** Whether the actor may write new answers of a country, by the platform that stands behind it. */
export const mayAnswer = (actor: Actor, comparison: ComparisonRow, platformId: string | null): boolean =>
  answerPolicy.may(actor, 'edit', { state: 'draft', platformId, publishedVersion: 0, comparison });
