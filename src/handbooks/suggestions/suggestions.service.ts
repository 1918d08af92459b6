import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { Transactions } from '../../core/database/transactions';
import { parseDocument } from '../../core/documents/parse';
import { Conflict, Invalid, NotFound } from '../../core/errors/refusal';
import { HandbookAccess, type ChapterRow } from '../handbook.access';
import { Chapters } from '../writing/chapters.service';
import { applied, changesBetween, fitOf, type Change } from './changes';
import { suggestionPolicy } from './suggestion.policy';
import type { Decisions, NewSuggestion } from './suggestion.schema';

export interface Decision {
  verdict: 'accepted' | 'declined';
  by: string | null;
}

export interface SuggestionRow {
  id: string;
  chapterId: string;
  chapterSlug: string;
  authorId: string | null;
  author: string | null;
  base: string;
  body: string;
  note: string | null;
  decisions: Record<string, Decision>;
  status: 'open' | 'settled' | 'withdrawn';
  createdAt: Date;
}

export type OpenSuggestion = SuggestionRow & { chapter: ChapterRow };

const COLUMNS = `suggestion.id, suggestion.chapter_id as "chapterId", chapter.slug as "chapterSlug",
  suggestion.author_id as "authorId", author.name as author, suggestion.base, suggestion.body, suggestion.note,
  suggestion.decisions, suggestion.status, suggestion.created_at as "createdAt"`;

/** What people do with proposals for the text of a chapter. */
@Injectable()
export class Suggestions {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly access: HandbookAccess,
    private readonly chapters: Chapters,
  ) {}

  /** @throws Conflict when the revision that was changed is not known any more */
  async suggest(actor: Actor, handbook: string, slug: string, input: NewSuggestion): Promise<string> {
    const chapter = await this.access.toChapter(actor, 'suggest', handbook, slug);
    const base = await this.said(chapter, input.revision);
    const body = input.body.replace(/\s+$/, '');
    if (changesBetween(base, body).length === 0)
      throw Invalid.field('body', 'handbooks:problem.nothing_changed');
    parseDocument(body);
    return this.transactions.run(async (tx) => {
      const [made] = await tx.query<[{ id: string }]>(
        `insert into chapter_suggestions (chapter_id, author_id, base, body, note) values ($1, $2, $3, $4, $5)
         returning id`,
        [chapter.id, actor.person?.id ?? null, base, body, input.note],
      );
      await this.record(tx, actor, chapter, 'chapter.suggested', { suggestionId: made.id });
      return made.id;
    });
  }

  /** What the chapter said at that revision. */
  private async said(chapter: ChapterRow, revision: number): Promise<string> {
    if (revision === chapter.revision) return chapter.body ?? '';
    const [older] = await this.database.query<{ body: string | null }[]>(
      `select strings ->> 'body' as body from original_revisions where owner_id = $1 and revision = $2`,
      [chapter.id, revision],
    );
    if (!older) throw new Conflict({ revision: chapter.revision, body: chapter.body });
    return older.body ?? '';
  }

  /** Of one chapter, the newest first: one's own, and all of them for who edits it. */
  async of(actor: Actor, chapter: ChapterRow): Promise<SuggestionRow[]> {
    return this.rows(actor, 'suggestion.chapter_id = :chapterId', { chapterId: chapter.id });
  }

  async open(actor: Actor, handbook: string, id: string): Promise<OpenSuggestion> {
    const [row] = await this.rows(actor, 'suggestion.id = :id and handbook.slug = :handbook', {
      id,
      handbook,
    });
    if (!row) throw new NotFound();
    return { ...row, chapter: await this.access.toChapter(actor, 'read', handbook, row.chapterSlug) };
  }

  private async rows(actor: Actor, which: string, values: Record<string, unknown>): Promise<SuggestionRow[]> {
    const { where, parameters } = suggestionPolicy.readable(actor, 'suggestion');
    return this.access
      .readableChapters(actor)
      .select(COLUMNS)
      .innerJoin('chapter_suggestions', 'suggestion', 'suggestion.chapter_id = chapter.id')
      .leftJoin('people', 'author', 'author.id = suggestion.author_id')
      .andWhere(where, parameters)
      .andWhere(which, values)
      .orderBy('suggestion.created_at', 'DESC')
      .limit(200)
      .getRawMany<SuggestionRow>();
  }

  /**
   * Says what becomes of some changes; those that are accepted are made, together, as one revision of the chapter.
   * @throws Conflict when the chapter has changed since it was looked at
   */
  async decide(actor: Actor, handbook: string, id: string, input: Decisions): Promise<void> {
    const suggestion = await this.open(actor, handbook, id);
    suggestionPolicy.allow(actor, 'decide', suggestion);
    const { chapter } = suggestion;
    const conflict = () => new Conflict({ revision: chapter.revision });
    if (input.revision !== chapter.revision) throw conflict();
    const changes = changesBetween(suggestion.base, suggestion.body);
    await this.transactions.run(async (tx) => {
      const taken = await lockedDecisions(tx, id);
      const chosen = choices(input, changes, taken);
      const now = chapter.body ?? '';
      const since = changesBetween(suggestion.base, now);
      const accepted = chosen.accept.map((number) => changes[number - 1]!);
      if (accepted.some((change) => fitOf(change, since) !== 'fits'))
        throw Invalid.field('accept', 'handbooks:problem.no_longer_fits');
      const body = applied(now, accepted, since);
      if (accepted.length > 0) parseDocument(body);
      const note = [suggestion.author, suggestion.note].filter(Boolean).join(': ').slice(0, 200) || null;
      const change = { revision: chapter.revision, weight: 'meaning' as const, note, body };
      if (accepted.length > 0 && !(await this.chapters.revise(tx, actor, chapter, change))) throw conflict();
      await keepDecisions(tx, id, { ...taken, ...verdicts(actor, chosen) }, changes.length);
      const { length: declined } = chosen.decline;
      const counts = { suggestionId: id, accepted: accepted.length, declined };
      await this.record(tx, actor, chapter, 'chapter.suggestion_decided', counts);
    });
  }

  /** What was accepted stays. */
  async withdraw(actor: Actor, handbook: string, id: string): Promise<void> {
    const suggestion = await this.open(actor, handbook, id);
    suggestionPolicy.allow(actor, 'withdraw', suggestion);
    await this.database.query(
      `update chapter_suggestions set status = 'withdrawn', settled_at = clock_timestamp()
       where id = $1 and status = 'open'`,
      [id],
    );
  }

  private async record<Name extends 'chapter.suggested' | 'chapter.suggestion_decided'>(
    tx: EntityManager,
    actor: Actor,
    { id, handbookId, handbook: { partnershipId } }: ChapterRow,
    name: Name,
    data: object,
  ): Promise<void> {
    const subject = { kind: 'chapter' as const, id };
    await this.access.record(tx, name, {
      ...{ actor, partnershipId, subject },
      data: { handbookId, ...data } as never,
    });
  }
}

/** Two people who decide at the same time decide one after the other. */
async function lockedDecisions(tx: EntityManager, id: string): Promise<Record<string, Decision>> {
  const [row] = await tx.query<{ decisions: Record<string, Decision> }[]>(
    `select decisions from chapter_suggestions where id = $1 and status = 'open' for update`,
    [id],
  );
  if (!row) throw new Conflict(undefined);
  return row.decisions;
}

/** Only what is still open, each once; what does not exist is refused. */
function choices(
  { accept, decline }: Decisions,
  changes: readonly Change[],
  taken: Record<string, Decision>,
) {
  const open = (numbers: readonly number[]) => [...new Set(numbers)].filter((number) => !taken[number]);
  if ([...accept, ...decline].some((number) => number > changes.length))
    throw Invalid.field('accept', 'handbooks:problem.no_such_change');
  const chosen = { accept: open(accept), decline: open(decline) };
  if (
    chosen.accept.some((number) => chosen.decline.includes(number)) ||
    chosen.accept.length + chosen.decline.length === 0
  )
    throw Invalid.field('accept', 'handbooks:problem.choose_changes');
  return chosen;
}

function verdicts(
  actor: Actor,
  { accept, decline }: { accept: number[]; decline: number[] },
): Record<string, Decision> {
  const by = actor.person?.name ?? null;
  return Object.fromEntries([
    ...accept.map((number) => [number, { verdict: 'accepted', by }]),
    ...decline.map((number) => [number, { verdict: 'declined', by }]),
  ]) as Record<string, Decision>;
}

async function keepDecisions(
  tx: EntityManager,
  id: string,
  decisions: Record<string, Decision>,
  count: number,
) {
  const settled = Object.keys(decisions).length >= count;
  await tx.query(
    `update chapter_suggestions set decisions = $2, status = case when $3 then 'settled' else status end,
       settled_at = case when $3 then clock_timestamp() end where id = $1`,
    [id, JSON.stringify(decisions), settled],
  );
}
