import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { Statement } from '../../core/database/statement';
import { Invalid } from '../../core/errors/refusal';
import { renderMarkdown } from '../../core/markdown/markdown';
import { Notifications } from '../../notifications/notifications.service';
import { Hearers } from '../following/hearers.service';
import type { Addressee } from './addressees';
import { CalledPeople } from './called-people.service';
import { HOSTS, SEATED } from './seated-people';

/** People whom one post can call by name. Groups may have any size. */
export const MOST_PEOPLE = 20;

/** A text as it is shown, and who is called in it. */
export interface Worded {
  html: string;
  mentioned: Addressee[];
  /** Names that more than one person bears: they call nobody. */
  ambiguous: string[];
}

/** A post as far as telling people of it needs it. */
export interface CallingPost {
  id: string;
  roomId: string;
  threadId: string;
  authorId: string;
}

const CALLED = new Statement<{ person_id: string }>(`
  with recursive ${SEATED}, called as (
    select mention.kind, mention.subject_id from post_mentions mention
      join posts post on post.room_id = mention.room_id and post.id = mention.post_id
    where mention.room_id = $1::uuid and mention.post_id = $2::uuid and post.withdrawn_at is null
      and mention.revision between $3 and $4
  )
  select seated.person_id from seated
  where exists (select from called where kind = 'person' and subject_id = seated.person_id)
    or exists (
      select from called join memberships seat on seat.stakeholder_group_id = called.subject_id
        join platforms platform on platform.id = seat.platform_id cross join room
      where called.kind = 'group' and seat.person_id = seated.person_id and seat.state = 'member'
        and case room.place when 'platform' then platform.id = room.platform_id
          else platform.partnership_id = room.partnership_id end)
  union
  select person_id from (${HOSTS}) host where exists (select from called where kind = 'host')`);

/** Who is called in posts: finds them, remembers them, tells them. */
@Injectable()
export class Mentions {
  constructor(
    private readonly people: CalledPeople,
    private readonly notifications: Notifications,
    private readonly hearers: Hearers,
  ) {}

  /** A post as HTML, with those marked who are called. A text without an `@` costs nothing more. @throws Invalid */
  async word(
    database: DataSource | EntityManager,
    roomId: string,
    body: string,
    postId: string,
  ): Promise<Worded> {
    if (!body.includes('@')) return { html: renderMarkdown(body, postId), mentioned: [], ambiguous: [] };
    const addressees = await this.people.in(database, roomId, body);
    const html = renderMarkdown(body, postId, addressees.finder);
    const { mentioned, ambiguous } = addressees;
    if (mentioned.filter(({ kind }) => kind === 'person').length > MOST_PEOPLE)
      throw Invalid.field('body', 'rooms:refusal.too_many_mentions', { most: MOST_PEOPLE });
    return { html, mentioned, ambiguous };
  }

  /** Remembers whom a post calls since one of its revisions; who is no longer called is forgotten. */
  async keep(
    tx: EntityManager,
    post: Pick<CallingPost, 'id' | 'roomId'>,
    mentioned: readonly Addressee[],
    revision = 1,
  ): Promise<void> {
    const called = JSON.stringify(mentioned.map(({ kind, id }) => ({ kind, id })));
    const values = [post.roomId, post.id, called];
    if (revision > 1)
      await tx.query(
        `delete from post_mentions where room_id = $1 and post_id = $2 and (kind, subject_id) not in (
           select kind, id from jsonb_to_recordset($3) as given(kind text, id uuid))`,
        values,
      );
    if (mentioned.length === 0) return;
    await tx.query(
      `insert into post_mentions (room_id, post_id, kind, subject_id, revision)
       select $1, $2, kind, id, $4 from jsonb_to_recordset($3) as given(kind text, id uuid)
       on conflict do nothing`,
      [...values, revision],
    );
  }

  /**
   * Tells those whom the post calls since one of its revisions, and nobody whom it called before.
   * @returns who is called and may be told, now or before
   */
  async tell(tx: EntityManager, post: CallingPost, revision = 1): Promise<string[]> {
    const called = await this.called(tx, post, revision, revision);
    if (called.length === 0) return [];
    const before = revision > 1 ? await this.called(tx, post, 1, revision - 1) : [];
    const anew = called.filter((id) => !before.includes(id));
    const people = await this.hearers.among(tx, post, anew);
    if (people.length === 0) return [];
    await this.notifications.tell(tx, {
      ...{ people, name: 'post.mentioned', subject: { kind: 'post', id: post.id } },
      data: await placeOf(tx, post),
      cause: revision > 1 ? `mention ${post.id}` : `post ${post.id}`,
    });
    return people;
  }

  private async called(tx: EntityManager, { roomId, id }: CallingPost, from: number, to: number) {
    const rows = await CALLED.run(tx, [roomId, id, from, to]);
    return rows.map(({ person_id }) => person_id);
  }
}

/** Where it stands: who has read the thread so far has read what she was told. */
async function placeOf(tx: EntityManager, { roomId, threadId, id }: CallingPost) {
  const [post] = await tx.query<[{ number: number }]>(
    'select number from posts where room_id = $1 and id = $2',
    [roomId, id],
  );
  return { threadId, number: post.number };
}
