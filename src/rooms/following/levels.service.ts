import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { SignInRequired } from '../../core/errors/refusal';
import { Sockets } from '../../core/realtime/sockets.gateway';
import { Inbox } from '../../notifications/inbox.service';
import type { RoomSubject } from '../room.policy';
import type { ThreadPlace } from '../threads/thread.policy';
import type { PostPlace } from './hearers.service';
import type { Level } from './level';
import { levelPolicy } from './level.policy';

/** How closely each person follows each room and thread. */
@Injectable()
export class Levels {
  constructor(
    private readonly database: DataSource,
    private readonly sockets: Sockets,
    private readonly inbox: Inbox,
  ) {}

  async chooseForRoom(actor: Actor, room: RoomSubject, level: Level): Promise<void> {
    const personId = this.chooser(actor, room);
    await this.database.query(
      `insert into room_levels (person_id, room_id, level) values ($1, $2, $3)
       on conflict (person_id, room_id) do update set level = excluded.level`,
      [personId, room.id, level],
    );
    if (level === 'muted') await this.inbox.dismiss(personId, 'thread.room_id = $2', [room.id]);
    this.sockets.tell([personId], 'reading');
  }

  /** @param level null: whatever she chose for the room, also after writing in the thread */
  async chooseForThread(actor: Actor, thread: ThreadPlace, level: Level | null): Promise<void> {
    const personId = this.chooser(actor, thread.room);
    await this.database.query(
      `insert into thread_levels (room_id, thread_id, person_id, level, by_hand) values ($1, $2, $3, $4, true)
       on conflict (room_id, thread_id, person_id) do update set level = excluded.level, by_hand = true`,
      [thread.roomId, thread.id, personId, level],
    );
    if (level === 'muted')
      await this.inbox.dismiss(personId, 'thread.room_id = $2 and thread.id = $3', [
        thread.roomId,
        thread.id,
      ]);
    this.sockets.tell([personId], 'reading');
  }

  /** Who writes in a thread follows it from then on, unless she does not want that, or has chosen otherwise before. */
  async followBecauseWritten(tx: EntityManager, posts: readonly PostPlace[]): Promise<void> {
    await tx.query(
      `insert into thread_levels (room_id, thread_id, person_id, level, by_hand)
       select distinct post.room_id, post.thread_id, person.id, 'following', false
       from unnest($1::uuid[], $2::uuid[], $3::uuid[]) post (room_id, thread_id, person_id)
       join people person on person.id = post.person_id and person.follows_when_writing
       on conflict (room_id, thread_id, person_id) do nothing`,
      [
        posts.map(({ roomId }) => roomId),
        posts.map(({ threadId }) => threadId),
        posts.map(({ authorId }) => authorId),
      ],
    );
  }

  private chooser(actor: Actor, room: RoomSubject): string {
    if (!actor.person) throw new SignInRequired();
    levelPolicy.allow(actor, 'choose', { personId: actor.person.id, room });
    return actor.person.id;
  }
}
