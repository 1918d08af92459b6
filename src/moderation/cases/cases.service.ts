import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { Transactions } from '../../core/database/transactions';
import { Conflict, Invalid, NotFound } from '../../core/errors/refusal';
import type { Entries } from '../../core/journal/entry';
import { Journal } from '../../core/journal/journal';
import { casePolicy } from './case.policy';
import type { AssignedCase, NewNote, SeenCase } from './case.schema';
import { caseKeepers } from './case-keepers';
import { standingCases, type StandingCase } from './standing-case';

type CaseEntry =
  | 'case.opened'
  | 'case.taken'
  | 'case.assigned'
  | 'case.noted'
  | 'case.decided'
  | 'case.appealed'
  | 'case.cleared';

/** A post as far as a case needs it. */
interface ReportedPost {
  id: string;
  roomId: string;
  author: { id: string };
}

/** What those who keep order do with a case until it is decided. */
@Injectable()
export class Cases {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly journal: Journal,
  ) {}

  /** @throws NotFound also for who may not see it: others' places, and matters of one's own */
  async find(
    actor: Actor,
    id: string,
    database: DataSource | EntityManager = this.database,
  ): Promise<StandingCase> {
    const [found] = await standingCases(database, actor, 'matter.id = $1', [id]);
    if (!found) throw new NotFound();
    return found;
  }

  /** Takes it on: nobody else need look at it now. @throws Conflict when somebody did first */
  async take(actor: Actor, id: string, { revision }: SeenCase): Promise<void> {
    const found = await this.find(actor, id);
    casePolicy.allow(actor, 'work', found);
    if (actor.is(found.assigneeId) && found.state !== 'open') return;
    await this.transactions.run(async (tx) => {
      await this.claim(
        tx,
        { id, revision },
        `state = case state when 'open' then 'in_work' else state end, assignee_id = $3`,
        [actor.person!.id],
      );
      await this.record(tx, 'case.taken', actor, id, {});
    });
  }

  /** Hands it to another one who keeps order there, or to nobody. */
  async assign(actor: Actor, id: string, { personId, revision }: AssignedCase): Promise<void> {
    const found = await this.find(actor, id);
    casePolicy.allow(actor, 'work', found);
    await this.transactions.run(async (tx) => {
      const [known] = await this.keepers(tx, found).then((all) =>
        all.filter(({ id: each }) => each === personId),
      );
      if (!known) throw Invalid.field('personId', 'errors:field.choice');
      await this.claim(tx, { ...found, revision }, 'assignee_id = $3', [personId]);
      await this.record(tx, 'case.assigned', actor, id, { personId });
    });
  }

  /** For the others who keep order; neither the author nor who reported reads it. */
  async note(actor: Actor, id: string, { body, locale }: NewNote): Promise<void> {
    const found = await this.find(actor, id);
    casePolicy.allow(actor, 'work', found);
    await this.transactions.run(async (tx) => {
      const [{ id: noteId }] = await tx.query<[{ id: string }]>(
        'insert into moderation_notes (case_id, author_id, body, locale) values ($1, $2, $3, $4) returning id',
        [id, actor.person!.id, body, locale],
      );
      await this.record(tx, 'case.noted', actor, id, { noteId });
    });
  }

  /** Who can be given a case, by name. */
  async keepers(
    database: Pick<EntityManager, 'query'>,
    { id }: StandingCase,
  ): Promise<{ id: string; name: string }[]> {
    const ids = await caseKeepers(database, id);
    return database.query('select id, name from people where id = any($1::uuid[]) order by name', [ids]);
  }

  /** The case that is open about a post: reports gather in it. Its row is locked. `quietly`: it is decided at once. */
  async openOn(
    tx: EntityManager,
    actor: Actor,
    post: ReportedPost,
    quietly?: 'quietly',
  ): Promise<{ id: string; fresh: boolean }> {
    const known = await undecided(tx, post.id);
    if (known) return { id: known, fresh: false };
    const [opened] = await tx.query<{ id: string }[]>(
      `insert into moderation_cases (room_id, post_id, author_id) values ($1, $2, $3)
       on conflict (post_id) where state in ('open', 'in_work') do nothing returning id`,
      [post.roomId, post.id, post.author.id],
    );
    if (!opened) return { id: (await undecided(tx, post.id))!, fresh: false };
    if (!quietly) await this.record(tx, 'case.opened', actor, opened.id, {});
    return { id: opened.id, fresh: true };
  }

  /** Changes a case as it was seen. @throws Conflict when somebody has changed it meanwhile */
  async claim(
    tx: EntityManager,
    { id, revision }: Pick<StandingCase, 'id' | 'revision'>,
    changes: string,
    values: readonly unknown[] = [],
  ): Promise<void> {
    const [changed] = await tx.query<[unknown[], number]>(
      `update moderation_cases set ${changes}, revision = revision + 1 where id = $1 and revision = $2 returning id`,
      [id, revision, ...values],
    );
    if (changed.length > 0) return;
    const [now] = await tx.query<[{ revision: number; state: string }]>(
      'select revision, state from moderation_cases where id = $1',
      [id],
    );
    throw new Conflict(now, 'moderation:refusal.meanwhile');
  }

  async record<Name extends CaseEntry>(
    tx: EntityManager,
    name: Name,
    actor: Actor,
    id: string,
    data: Entries[Name],
  ): Promise<void> {
    const subject = { kind: 'case', id };
    await this.journal.record(tx, name, { actor, subject, scope: subject, data });
  }
}

async function undecided(tx: EntityManager, postId: string): Promise<string | undefined> {
  const [known] = await tx.query<{ id: string }[]>(
    `select id from moderation_cases where post_id = $1 and state <> 'decided' order by opened_at limit 1 for update`,
    [postId],
  );
  return known?.id;
}
