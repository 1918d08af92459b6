import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../core/access/actor';
import { Invalid, SignInRequired } from '../core/errors/refusal';
import { Journal } from '../core/journal/journal';
import { SOURCE } from './source';
import type { NewSource } from './source.schema';

/** What lies outside the hub and is cited. */
@Injectable()
export class Sources {
  constructor(private readonly journal: Journal) {}

  /**
   * Called in the transaction that cites it. The same source added again by the same person is the same one.
   * @throws Invalid
   */
  async add(tx: EntityManager, actor: Actor, given: NewSource): Promise<string> {
    if (!actor.person && !actor.system) throw new SignInRequired();
    const { title, locale, publisher, address, published, readOn } = given;
    assertTimes(published, readOn);
    const values = [title, locale, publisher, address, published, readOn, actor.person?.id ?? null];
    const [known] = await tx.query<{ id: string }[]>(
      `select id from sources where title = $1 and locale = $2 and publisher is not distinct from $3
         and address is not distinct from $4 and published is not distinct from $5 and read_on = $6::date
         and created_by is not distinct from $7::uuid limit 1`,
      values,
    );
    if (known) return known.id;
    const [row] = await tx.query<[{ id: string }]>(
      `insert into sources (title, locale, publisher, address, published, read_on, created_by)
       values ($1, $2, $3, $4, $5, $6, $7) returning id`,
      values,
    );
    const subject = { kind: SOURCE, id: row.id };
    await this.journal.record(tx, 'source.added', { actor, subject, scope: subject, data: {} });
    return row.id;
  }
}

/** Nothing is published or read in the future, and nothing is read before it was published. */
function assertTimes(published: string | null, readOn: string): void {
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  if (readOn > tomorrow) throw Invalid.field('readOn', 'evidence:problem.read_later');
  if (published !== null && published > readOn)
    throw Invalid.field('published', 'evidence:problem.published_later');
}
