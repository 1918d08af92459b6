import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { Forbidden } from '../../core/errors/refusal';
import type { Locale } from '../../core/i18n/locales';
import { RoomOrder } from '../live/room-order';
import type { PostTranslationView } from './post.schema';
import { postPolicy } from './post.policy';
import type { StandingPost } from './posts.service';

/** Words of a post that is out of sight: for those who decide about it, and for who wrote it. */
export interface HiddenWords {
  html: string;
  locale: Locale;
  translations: PostTranslationView[];
}

/** Takes posts out of everybody's sight, and shows them again. Why, and what the author is told, is decided above. */
@Injectable()
export class PostHiding {
  constructor(
    private readonly database: DataSource,
    private readonly order: RoomOrder,
  ) {}

  /** In the transaction of the decision. Hiding twice is hiding once. @throws Forbidden when the author has taken it back */
  async hide(tx: EntityManager, actor: Actor, post: StandingPost): Promise<void> {
    postPolicy.allow(actor, 'hide', post);
    const { id, roomId } = post.view;
    await lock(tx, roomId);
    const [changed] = await tx.query<[unknown[], number]>(
      `update posts set hidden_at = clock_timestamp(), withdrawn_at = clock_timestamp(), withdrawn_by = null
       where room_id = $1 and id = $2 and withdrawn_at is null returning id`,
      [roomId, id],
    );
    if (changed.length > 0) return this.record(tx, 'post.hidden', actor, post);
    if (!(await this.standing(tx, post)).hidden) throw new Forbidden('rooms:refusal.author_withdrew');
  }

  /** @throws Forbidden when the author has taken it back: nobody else shows her words again */
  async restore(tx: EntityManager, actor: Actor, post: StandingPost): Promise<void> {
    postPolicy.allow(actor, 'hide', post);
    const { id, roomId } = post.view;
    await lock(tx, roomId);
    const [changed] = await tx.query<[unknown[], number]>(
      `update posts set hidden_at = null, withdrawn_at = null
       where room_id = $1 and id = $2 and hidden_at is not null and withdrawn_by is null returning id`,
      [roomId, id],
    );
    if (changed.length > 0) return this.record(tx, 'post.restored', actor, post);
    if ((await this.standing(tx, post)).gone) throw new Forbidden('rooms:refusal.author_withdrew');
  }

  /** The caller knows who may read them: nobody else does. What its author has taken back is gone for all. */
  async words(roomId: string, postId: string): Promise<HiddenWords | undefined> {
    const [row] = await this.database.query<HiddenWords[]>(
      `select html, locale, coalesce((
         select json_agg(json_build_object('locale', made.locale, 'status', made.status, 'html', made.html,
           'origin', made.origin, 'by', made.translated_by, 'outdated', made.source_revision < posts.revision,
           'warned', false) order by made.locale)
         from post_translations made
         where made.room_id = posts.room_id and made.owner_id = posts.id and made.locale <> posts.locale
       ), '[]') as translations
       from posts where room_id = $1 and id = $2 and hidden_at is not null and withdrawn_by is null`,
      [roomId, postId],
    );
    return row;
  }

  private async standing(tx: EntityManager, { view: { roomId, id } }: StandingPost) {
    const [row] = await tx.query<[{ hidden: boolean; gone: boolean }]>(
      `select hidden_at is not null as hidden, withdrawn_at is not null as gone
       from posts where room_id = $1 and id = $2`,
      [roomId, id],
    );
    return row;
  }

  private async record(
    tx: EntityManager,
    name: 'post.hidden' | 'post.restored',
    actor: Actor,
    { view: { id, roomId, threadId } }: StandingPost,
  ): Promise<void> {
    const data = { threadId, postId: id };
    await this.order.record(tx, name, actor, roomId, { kind: 'post', id }, data);
  }
}

/** Everything that a room shows changes under the lock of its row: the room first, then what is in it. */
const lock = (tx: EntityManager, roomId: string) =>
  tx.query('select 1 from rooms where id = $1 for no key update', [roomId]);
