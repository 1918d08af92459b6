import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { revise } from '../../core/database/revise';
import { freeSlug } from '../../core/database/slug';
import { Transactions } from '../../core/database/transactions';
import { figuresOf, type DocumentBody } from '../../core/documents/document';
import { parseDocument } from '../../core/documents/parse';
import { Conflict } from '../../core/errors/refusal';
import { Files } from '../../files/files.service';
import { Chapter, type ChapterStatus, ChapterTranslation } from '../chapter.entity';
import { HandbookAccess, type ChapterRow, type HandbookRow } from '../handbook.access';
import { placed, type Standing } from '../structure/place';
import { PublishedIn } from './published-in.service';
import type { ChapterChanges, ChapterPlace, NewChapter } from './chapter.schema';

const KIND = {
  name: 'chapter',
  entity: Chapter,
  translation: ChapterTranslation,
  strings: ['title' as const, 'lead' as const, 'body' as const],
};

/** Words that stand in the place of a chapter in an address. */
const RESERVED = new Set([
  'settings',
  'export',
  'editions',
  'revisions',
  'search',
  'feed',
  'comments',
  'suggestions',
]);

/** What people do with parts, chapters and sections. */
@Injectable()
export class Chapters {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: HandbookAccess,
    private readonly files: Files,
    private readonly published: PublishedIn,
  ) {}

  /** A draft, last below its parent. */
  async add(actor: Actor, handbook: string, input: NewChapter): Promise<Pick<Chapter, 'id' | 'slug'>> {
    const row = await this.access.to(actor, 'edit', handbook);
    return this.transactions.run((tx) => this.insert(tx, actor, row, input));
  }

  /** Within a transaction, for those who add many. */
  async insert(
    tx: EntityManager,
    actor: Actor,
    { id: handbookId, partnershipId }: HandbookRow,
    { below, ...input }: NewChapter,
  ): Promise<Pick<Chapter, 'id' | 'slug'>> {
    const [figures, tree] = [figuresIn(input.body), treeOf(input.body)];
    await this.access.lock(tx, { id: handbookId });
    const standing = await standingIn(tx, handbookId);
    const { parentId } = placed(standing, undefined, { below });
    const position =
      Math.max(-1, ...standing.filter((each) => each.parentId === parentId).map((each) => each.position)) + 1;
    const slug = await freeSlug(tx, 'chapters', input.title, {
      ...{ column: 'handbook_id', id: handbookId, reserved: RESERVED },
    });
    const person = actor.person?.id ?? null;
    const row = { ...input, handbookId, parentId, position, slug, createdBy: person, editedBy: person };
    const { identifiers } = await tx.insert(Chapter, row);
    const { id } = identifiers[0] as { id: string };
    await this.files.use(tx, actor, { kind: 'chapter', id }, figures, 'body');
    await this.published.follow(tx, actor, id, tree);
    await this.record(tx, actor, { id, handbookId, handbook: { partnershipId } }, 'chapter.added');
    return { id, slug };
  }

  /** Within the transaction that has just made it: no revision of its own. @throws Invalid */
  async writeFirst(tx: EntityManager, actor: Actor, id: string, body: string): Promise<void> {
    const figures = figuresIn(body);
    await tx.update(Chapter, id, { body });
    await this.files.use(tx, actor, { kind: 'chapter', id }, figures, 'body');
    await this.published.follow(tx, actor, id, treeOf(body));
  }

  /**
   * Returns the revision that stands now: the same one when nothing was changed.
   * @throws Conflict with what stands now, when somebody saved first
   */
  async edit(actor: Actor, handbook: string, slug: string, input: ChapterChanges): Promise<number> {
    const row = await this.access.toChapter(actor, 'edit', handbook, slug);
    const { revision, weight, note, ...changes } = input;
    if (isSaid(row, changes)) return row.revision;
    const saved = await this.transactions.run((tx) =>
      this.revise(tx, actor, row, { revision, weight, note, ...changes }),
    );
    if (!saved) throw new Conflict(textOf(await this.access.toChapter(actor, 'edit', handbook, slug)));
    return revision + 1;
  }

  /** Within a transaction. `false` when somebody saved first */
  async revise(
    tx: EntityManager,
    actor: Actor,
    row: ChapterRow,
    { revision, weight, note, ...changes }: ChapterChanges,
  ): Promise<boolean> {
    const figures = changes.body === undefined ? undefined : figuresIn(changes.body);
    const whole = { ...changes, editedBy: actor.person?.id ?? null, editedAt: () => 'clock_timestamp()' };
    const change = { by: actor, weight, note };
    if (!(await revise(tx, KIND, row.id, revision, whole as unknown as Partial<Chapter>, change)))
      return false;
    if (figures) {
      await this.files.use(tx, actor, { kind: 'chapter', id: row.id }, figures, 'body');
      await this.published.follow(tx, actor, row.id, treeOf(changes.body ?? null));
    }
    await this.access.record(tx, 'chapter.edited', {
      ...{ actor, partnershipId: row.handbook.partnershipId, subject: { kind: 'chapter', id: row.id } },
      data: { handbookId: row.handbookId, revision: revision + 1 },
    });
    return true;
  }

  /** With all that stands below it. Its text, its address and who is editing it are not touched. */
  async move(actor: Actor, handbook: string, slug: string, place: ChapterPlace): Promise<void> {
    const row = await this.access.toChapter(actor, 'edit', handbook, slug);
    if (Object.values(place).includes(slug) && !('below' in place)) return;
    await this.transactions.run(async (tx) => {
      await this.access.lock(tx, row.handbook);
      const standing = await standingIn(tx, row.handbookId);
      const moving = standing.find(({ id }) => id === row.id)!;
      const { parentId, ids } = placed(standing, moving, place);
      await tx.query(
        `update chapters set parent_id = $2, position = place.position
         from (select id, ordinality - 1 as position from unnest($3::uuid[]) with ordinality as given (id)) place
         where chapters.id = place.id and handbook_id = $1
           and (parent_id is distinct from $2 or chapters.position <> place.position)`,
        [row.handbookId, parentId, ids],
      );
      const data = { handbookId: row.handbookId, parentId, position: ids.indexOf(row.id) };
      const { partnershipId } = row.handbook;
      const subject = { kind: 'chapter' as const, id: row.id };
      await this.access.record(tx, 'chapter.moved', { actor, partnershipId, subject, data });
    });
  }

  /** Whether it is counted. */
  async number(actor: Actor, handbook: string, slug: string, numbered: boolean): Promise<void> {
    const { id } = await this.access.toChapter(actor, 'edit', handbook, slug);
    await this.transactions.run((tx) => tx.update(Chapter, id, { numbered }));
  }

  /** Is read by whoever reads the handbook from now on; also what had been withdrawn. Twice is once. */
  async publish(actor: Actor, handbook: string, slug: string): Promise<void> {
    await this.turn(actor, await this.access.toChapter(actor, 'edit', handbook, slug), 'published');
  }

  /** Is read by nobody but who edits it; its place, its text and its history stay. */
  async withdraw(actor: Actor, handbook: string, slug: string): Promise<void> {
    await this.turn(actor, await this.access.toChapter(actor, 'edit', handbook, slug), 'withdrawn');
  }

  private async turn(actor: Actor, row: ChapterRow, status: ChapterStatus & Ended): Promise<void> {
    await this.transactions.run(async (tx) => {
      const moment =
        status === 'published' ? ', published_at = coalesce(published_at, clock_timestamp())' : '';
      const [turned] = await tx.query<[{ id: string }[], number]>(
        `update chapters set status = $2${moment} where id = $1 and status <> $2 returning id`,
        [row.id, status],
      );
      if (turned.length > 0) await this.record(tx, actor, row, `chapter.${status}`);
    });
  }

  private async record(
    tx: EntityManager,
    actor: Actor,
    {
      id,
      handbookId,
      handbook,
    }: Pick<Chapter, 'id' | 'handbookId'> & { handbook: { partnershipId: string } },
    name: 'chapter.added' | `chapter.${Ended}`,
  ): Promise<void> {
    const subject = { kind: 'chapter' as const, id };
    const { partnershipId } = handbook;
    await this.access.record(tx, name, { actor, partnershipId, subject, data: { handbookId } });
  }
}

type Ended = 'published' | 'withdrawn';

const standingIn = (tx: EntityManager, handbookId: string): Promise<Standing[]> =>
  tx.query('select id, slug, parent_id as "parentId", position from chapters where handbook_id = $1', [
    handbookId,
  ]);

/** @throws Invalid for a text that nobody can have written to be read */
const treeOf = (body: string | null): DocumentBody | null => (body ? parseDocument(body) : null);

function figuresIn(body: string | null): string[] {
  const tree = treeOf(body);
  return tree ? figuresOf(tree) : [];
}

/** What is edited together, as it stands. */
export const textOf = ({ title, lead, body, revision }: Chapter) => ({ title, lead, body, revision });

const isSaid = (row: Chapter, changes: Partial<Pick<Chapter, 'title' | 'lead' | 'body'>>): boolean =>
  (['title', 'lead', 'body'] as const).every(
    (string) => !(string in changes) || changes[string] === row[string],
  );
