import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { NotFound, SignInRequired } from '../../core/errors/refusal';
import type { TranslationOf } from '../segment-store';

/** A file that waits for its person's word. */
export interface BroughtFile {
  id: string;
  name: string;
  content: Buffer;
}

/** As many as a person may leave lying about, and how long. */
const MOST = 5;
const LIFE = '1 day';

/** Files between the upload and the decision. Only who has brought one can see it. */
@Injectable()
export class BroughtFiles {
  constructor(private readonly database: DataSource) {}

  async keep(actor: Actor, name: string, content: Buffer): Promise<string> {
    if (!actor.person) throw new SignInRequired();
    const [row] = await this.database.query<[{ id: string }]>(
      'insert into translation_imports (person_id, name, content) values ($1, $2, $3) returning id',
      [actor.person.id, name, content],
    );
    await this.database.query(
      `delete from translation_imports where performed is null and (created_at < now() - $1::interval or id in
         (select id from translation_imports where person_id = $2 and performed is null order by created_at desc offset $3))`,
      [LIFE, actor.person.id, MOST],
    );
    return row.id;
  }

  /** @throws NotFound also for files of others */
  async of(
    actor: Actor,
    id: string,
    database: DataSource | EntityManager = this.database,
  ): Promise<BroughtFile> {
    const [file] = await database.query<BroughtFile[]>(
      `select id, name, content from translation_imports
       where id = $1 and person_id = $2 and performed is null`,
      [id, actor.person?.id ?? null],
    );
    if (!file) throw new NotFound();
    return file;
  }

  /** Takes it for an act that ends with the transaction. @throws NotFound when that has been done already */
  async perform(tx: EntityManager, actor: Actor, id: string, made: readonly TranslationOf[]): Promise<void> {
    const [, count] = await tx.query<[unknown, number]>(
      `update translation_imports set content = '', performed = $3
       where id = $1 and person_id = $2 and performed is null`,
      [id, actor.person?.id ?? null, JSON.stringify(made)],
    );
    if (count === 0) throw new NotFound();
  }

  /** What was imported by a file that has been performed. */
  async performed(id: string): Promise<TranslationOf[]> {
    const [row] = await this.database.query<{ performed: TranslationOf[] | null }[]>(
      'select performed from translation_imports where id = $1',
      [id],
    );
    return row?.performed ?? [];
  }

  /** Nothing is left to be done about it. */
  async forget(id: string): Promise<void> {
    await this.database.query('delete from translation_imports where id = $1', [id]);
  }

  /** It is given up. @throws NotFound */
  async discard(actor: Actor, id: string): Promise<void> {
    await this.of(actor, id);
    await this.forget(id);
  }
}
