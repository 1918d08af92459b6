import type { Actor } from '../../core/access/actor';
import { Policy } from '../../core/access/policy';
import { recommendationPolicy, type RecommendationSubject } from '../recommendation.policy';

export interface UptakeSubject {
  recommendation: RecommendationSubject;
  toldBy: string | null;
  withdrawn: boolean;
}

const keeps = (actor: Actor, { recommendation }: UptakeSubject): boolean =>
  recommendationPolicy.may(actor, 'keep', recommendation);
const tellsOrKeeps = (actor: Actor, uptake: UptakeSubject): boolean =>
  actor.is(uptake.toldBy) || keeps(actor, uptake);

/** Told by whoever knows of it, who goes on telling; put right by those who write the comparison. */
export const uptakePolicy = new Policy<UptakeSubject, 'update' | 'withdraw' | 'correct'>(
  {
    read: (actor, { recommendation }) => recommendationPolicy.may(actor, 'read', recommendation),
    update: (actor, uptake) => !uptake.withdrawn && tellsOrKeeps(actor, uptake),
    withdraw: (actor, uptake) => !uptake.withdrawn && tellsOrKeeps(actor, uptake),
    correct: (actor, uptake) => !uptake.withdrawn && keeps(actor, uptake),
  },
  (actor) => recommendationPolicy.readable(actor, 'recommendation'),
);
