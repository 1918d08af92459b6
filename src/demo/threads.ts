import { z } from 'zod';
import { LOCALES } from '../core/i18n/locales';
import { THEMES } from '../directory/themes';
import { renderMarkdown } from '../core/markdown/markdown';
import { REACTIONS } from '../rooms/posts/post.schema';
import { fact, minutesBefore, type Fact } from './facts';
import { people, personId } from './people';
import { poll, pollId, pollRow, pollTranslationRows, voteRows, votesOf } from './polls';
import { idOf, type Row } from './rows';
import { text, type Translatable } from './texts';

const minutes = z.number().int().positive();

export const thread = z.strictObject({
  key: z.string(),
  locale: z.enum(LOCALES),
  title: text,
  pinned: z.boolean(),
  closed: z.boolean(),
  themes: z.array(z.enum(THEMES)).default([]),
  /** Who said so, and the place of the post that it was resolved by. */
  resolved: z.strictObject({ by: z.string(), post: z.number().int() }).optional(),
  posts: z
    .array(
      z.strictObject({
        by: z.string(),
        locale: z.enum(LOCALES),
        body: z.string(),
        minutesAgo: minutes,
        /** Place in the thread, from 0. */
        replyTo: z.number().int().nullable(),
        edited: z.strictObject({ minutesAgo: minutes, previousBody: z.string() }).optional(),
        withdrawn: z.boolean().default(false),
        poll: poll.optional(),
        /** Who said so with one click, by key. */
        reactions: z.partialRecord(z.enum(REACTIONS), z.array(z.string())).default({}),
      }),
    )
    .min(1),
});

export type Thread = z.infer<typeof thread>;
type Post = Thread['posts'][number];

/** Minutes until an author took a post back, and until somebody pinned or closed a thread. */
const SECOND_THOUGHT = 12;
const AFTERWARDS = 1;

/** What was said in one room, as rows, and everything that happened there, in its order. */
export class Discussion {
  readonly roomId: string;
  /** Numbered from 1 without gaps, as the room would have numbered them. */
  readonly facts: readonly Fact[];

  constructor(
    private readonly room: string,
    private readonly threads: readonly Thread[],
    private readonly now: Date,
  ) {
    this.roomId = idOf('room', room);
    this.facts = threads
      .flatMap((each) => this.factsOf(each))
      .sort((a, b) => a.at.getTime() - b.at.getTime())
      .map((each, index) => ({ ...each, seq: index + 1 }));
  }

  threadRows(): Translatable[] {
    return this.threads.map((thread) => {
      const [first, last] = ends(thread);
      return {
        row: {
          ...{ id: this.threadId(thread), room_id: this.roomId },
          ...{ opened_by: personId(first.by), opened_at: this.at(first.minutesAgo) },
          pinned_at: thread.pinned ? this.at(first.minutesAgo - AFTERWARDS) : null,
          closed_at: thread.closed ? this.at(last.minutesAgo - AFTERWARDS) : null,
          ...{ themes: thread.themes, ...this.resolution(thread) },
          ...{ last_number: thread.posts.length, last_post_at: this.at(last.minutesAgo) },
        },
        texts: { title: thread.title },
      };
    });
  }

  postRows(): Row[] {
    const published = this.facts.filter(({ name }) => name === 'post.published');
    const seqs = new Map(published.map(({ subject_id, seq }) => [subject_id, seq]));
    return this.eachPost((thread, post, index, id) => ({
      ...{ id, room_id: this.roomId, thread_id: this.threadId(thread), number: index + 1, seq: seqs.get(id) },
      ...{ author_id: personId(post.by), organisation_id: spokenFor(post.by), client_id: idOf('client', id) },
      ...{ body: post.body, html: renderMarkdown(post.body, id), locale: post.locale },
      revision: post.edited ? 2 : 1,
      reply_to_id: post.replyTo === null ? null : this.postId(thread, post.replyTo),
      published_at: this.at(post.minutesAgo),
      edited_at: post.edited ? this.at(post.edited.minutesAgo) : null,
      withdrawn_at: post.withdrawn ? this.at(post.minutesAgo - SECOND_THOUGHT) : null,
      withdrawn_by: post.withdrawn ? personId(post.by) : null,
      poll_id: post.poll ? pollId(id) : null,
    }));
  }

  /** What posts said before they were edited. */
  revisionRows(): Row[] {
    return this.eachPost((_thread, { by, locale, minutesAgo, edited }, _index, id) => ({
      ...{ room_id: this.roomId, post_id: id, revision: 1, locale },
      body: edited?.previousBody,
      html: edited && renderMarkdown(edited.previousBody, id),
      ...{ edited_by: personId(by), written_at: this.at(minutesAgo) },
    })).filter(({ body }) => body !== undefined);
  }

  reactionRows(): Row[] {
    return this.threads.flatMap((thread) =>
      thread.posts.flatMap((post, index) =>
        reactionsTo(post).map(({ kind, by, minutesAgo }) => ({
          ...{ room_id: this.roomId, post_id: this.postId(thread, index), person_id: personId(by) },
          ...{ kind, given_at: this.at(minutesAgo) },
        })),
      ),
    );
  }

  /** The polls of its posts, by table. */
  pollRows(): Record<'polls' | 'poll_translations' | 'poll_votes', Row[]> {
    const asked = this.threads.flatMap((thread) =>
      thread.posts.flatMap(({ poll, minutesAgo }, index) => {
        const place = { room_id: this.roomId, post_id: this.postId(thread, index), minutesAgo, at: this.at };
        return poll ? [{ poll, place }] : [];
      }),
    );
    return {
      polls: asked.map(({ poll, place }) => pollRow(poll, place)),
      poll_translations: asked.flatMap(({ poll, place }) => pollTranslationRows(poll, place)),
      poll_votes: asked.flatMap(({ poll, place }) => voteRows(poll, place)),
    };
  }

  /** How far somebody has read who was here last so many minutes ago. */
  readRows(person: string, minutesAgo: number): Row[] {
    return this.threads
      .map((thread) => ({
        ...{ person_id: personId(person), room_id: this.roomId, thread_id: this.threadId(thread) },
        last_number: thread.posts.filter((post) => post.minutesAgo >= minutesAgo).length,
      }))
      .filter(({ last_number }) => last_number > 0);
  }

  private resolution(thread: Thread): Row {
    const { resolved } = thread;
    return {
      resolved_at: resolved ? this.at(resolvedAgo(thread)) : null,
      resolved_by: resolved ? personId(resolved.by) : null,
      resolution_id: resolved ? this.postId(thread, resolved.post) : null,
    };
  }

  private factsOf(thread: Thread): Fact[] {
    const [first, last] = ends(thread);
    const facts = [this.threadFact('thread.opened', thread, first.by, first.minutesAgo)];
    facts.push(...thread.posts.flatMap((post, index) => this.postFacts(thread, post, index)));
    if (thread.resolved)
      facts.push(this.threadFact('thread.resolved', thread, thread.resolved.by, resolvedAgo(thread)));
    if (thread.pinned)
      facts.push(this.threadFact('thread.pinned', thread, first.by, first.minutesAgo - AFTERWARDS));
    if (thread.closed)
      facts.push(this.threadFact('thread.closed', thread, last.by, last.minutesAgo - AFTERWARDS));
    return facts;
  }

  private threadFact(
    name: 'thread.opened' | 'thread.pinned' | 'thread.closed' | 'thread.resolved',
    thread: Thread,
    by: string,
    minutesAgo: number,
  ): Fact {
    const id = this.threadId(thread);
    return fact(name, { kind: 'thread', id }, { threadId: id }, this.done(by, minutesAgo));
  }

  private postFacts(thread: Thread, post: Post, index: number): Fact[] {
    const { by, minutesAgo, edited, withdrawn } = post;
    const subject = { kind: 'post', id: this.postId(thread, index) };
    const data = { threadId: this.threadId(thread), postId: subject.id };
    const facts = [fact('post.published', subject, data, this.done(by, minutesAgo))];
    if (edited)
      facts.push(fact('post.edited', subject, { ...data, revision: 2 }, this.done(by, edited.minutesAgo)));
    if (withdrawn)
      facts.push(fact('post.withdrawn', subject, data, this.done(by, minutesAgo - SECOND_THOUGHT)));
    for (const { kind, by, minutesAgo } of reactionsTo(post))
      facts.push(fact('reaction.given', subject, { ...data, kind }, this.done(by, minutesAgo)));
    return [...facts, ...this.pollFacts(post, data)];
  }

  private pollFacts({ poll, minutesAgo }: Post, post: { threadId: string; postId: string }): Fact[] {
    if (!poll) return [];
    const data = { ...post, pollId: pollId(post.postId) };
    const subject = { kind: 'poll', id: data.pollId };
    return votesOf(poll, minutesAgo).map((vote) =>
      fact('poll.voted', subject, data, this.done(vote.by, vote.minutesAgo)),
    );
  }

  private done(by: string, minutesAgo: number) {
    return { at: this.at(minutesAgo), actorId: personId(by), scope: { kind: 'room', id: this.roomId } };
  }

  private eachPost(row: (thread: Thread, post: Post, index: number, id: string) => Row): Row[] {
    return this.threads.flatMap((thread) =>
      thread.posts.map((post, index) => row(thread, post, index, this.postId(thread, index))),
    );
  }

  private at = (minutesAgo: number): Date => minutesBefore(this.now, minutesAgo);
  private threadId = ({ key }: Thread): string => idOf('thread', `${this.room} ${key}`);
  private postId = ({ key }: Thread, index: number): string => idOf('post', `${this.room} ${key} ${index}`);
}

/** One after the other, every half minute after it was said. */
function reactionsTo({ reactions, minutesAgo }: Post) {
  const given = REACTIONS.flatMap((kind) => (reactions[kind] ?? []).map((by) => ({ kind, by })));
  return given.map((each, place) => ({ ...each, minutesAgo: minutesAgo - (place + 1) / 2 }));
}

/** Just before it was closed. */
const resolvedAgo = (thread: Thread): number => ends(thread)[1].minutesAgo - AFTERWARDS / 2;

const ends = ({ posts }: Thread): [Post, Post] => [posts[0]!, posts.at(-1)!];

/** The organisation of whoever writes. @throws Error for somebody who is not among the people */
function spokenFor(author: string): string {
  const person = people.find(({ key }) => key === author);
  if (!person) throw new Error(`Nobody is called ${author}`);
  return idOf('organisation', person.organisation);
}
