import type { EntityManager } from 'typeorm';
import type { Actor } from '../core/access/actor';
import type { Relation } from './relation';

/**
 * A kind of statement that rests on others: conclusions, answers, recommendations, chapters. Each capability declares
 * its own (found among the providers, like kinds of texts), under the name of its kind of text.
 */
export abstract class StatementKind {
  /** The name of its kind of text: `answer`. */
  abstract readonly name: string;

  /**
   * Lets nobody else say what it rests on.
   * @throws NotFound, SignInRequired, Forbidden when the actor may not change it as it stands now
   */
  abstract allowCiting(tx: EntityManager, actor: Actor, id: string): Promise<void>;

  /** Who answers for it and is told when its evidence no longer stands; ids of people. */
  abstract keepersOf(tx: EntityManager, id: string): Promise<string[]>;

  /** How it comes from a ground of this kind, where whoever cites it does not say. */
  relationTo(_ground: string): Relation {
    return 'rests_on';
  }

  /** Whether another one has taken its place, or the place of what it says; false where that cannot be. */
  abstract isReplaced(tx: EntityManager, id: string): Promise<boolean>;
}
