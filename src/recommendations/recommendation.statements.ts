import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../core/access/actor';
import type { Relation } from '../evidence/relation';
import { StatementKind } from '../evidence/statement-kind';
import { RecommendationAccess } from './recommendation-access.service';

/** Recommendations as statements: what they rest on is said by those who write them. */
@Injectable()
export class RecommendationStatements extends StatementKind {
  readonly name = 'recommendation';

  constructor(private readonly access: RecommendationAccess) {
    super();
  }

  async allowCiting(tx: EntityManager, actor: Actor, id: string): Promise<void> {
    await this.access.to(actor, 'edit', id, tx);
  }

  /** Its author as long as she writes in the partnership; else those who lead it. */
  async keepersOf(tx: EntityManager, id: string): Promise<string[]> {
    const rows = await tx.query<{ person_id: string; wrote: boolean }[]>(
      `select held.person_id, bool_or(held.person_id = recommendation.author_id) as wrote
       from recommendations recommendation
       join comparisons comparison on comparison.id = recommendation.comparison_id
       join grants held on held.place_id = comparison.partnership_id
       where recommendation.id = $1 and (held.role = 'organiser'
         or held.role = 'editor' and held.person_id = recommendation.author_id)
       group by held.person_id`,
      [id],
    );
    const writers = rows.filter(({ wrote }) => wrote);
    return (writers.length > 0 ? writers : rows).map(({ person_id }) => person_id);
  }

  /** Answers and dimensions recommend it; all else it rests on. */
  override relationTo(ground: string): Relation {
    return ground === 'answer' || ground === 'dimension' ? 'recommends' : 'rests_on';
  }

  async isReplaced(tx: EntityManager, id: string): Promise<boolean> {
    const [row] = await tx.query<{ status: string }[]>('select status from recommendations where id = $1', [
      id,
    ]);
    return row?.status === 'replaced';
  }
}
