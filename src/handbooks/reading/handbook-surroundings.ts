import type { ComponentChildren } from 'preact';
import type { Actor } from '../../core/access/actor';

/** What stands beside a handbook and is known above it: the editions that were frozen of it. */
export abstract class HandbookSurroundings {
  /** For who may read the handbook. */
  abstract of(actor: Actor, slug: string): Promise<ComponentChildren>;

  /** What it is made from: pages of visitors are kept as long as this stays the same. */
  abstract state(handbookId: string): Promise<unknown>;
}
