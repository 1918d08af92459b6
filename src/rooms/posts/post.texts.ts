import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { renderMarkdown } from '../../core/markdown/markdown';
import { type Strings, type Text, TextKind, type Translated } from '../../core/texts/text-kind';
import { RoomOrder } from '../live/room-order';
import { TranslatedMentions } from '../mentions/translated-mentions.service';
import { postPolicy } from './post.policy';
import { POST_LIMIT } from './post.schema';

/** Posts as texts. A new translation is an entry of the room, so that it arrives like a post. */
@Injectable()
export class PostTexts extends TextKind {
  readonly name = 'post';
  readonly label = 'rooms:text.posts';
  readonly table = 'posts';
  readonly translations = 'post_translations';
  override readonly joins = `join rooms room on room.id = owner.room_id
    join threads thread on thread.room_id = owner.room_id and thread.id = owner.thread_id`;
  readonly strings = [
    { name: 'body', form: 'markdown', limit: POST_LIMIT, label: 'rooms:text.body' },
  ] as const;
  readonly columns = {
    title: 'thread.title',
    titleLocale: 'thread.locale',
    titleOf: { kind: 'thread', id: 'owner.thread_id' },
    path: `'/threads/' || owner.thread_id || '?around=' || owner.number || '#post-' || owner.number`,
    partnershipId: 'room.partnership_id',
    platformId: 'room.platform_id',
    roomId: 'owner.room_id',
    authorId: 'owner.author_id',
    organisationId: 'owner.organisation_id',
    country: 'null::text',
    themes: 'thread.themes',
    at: 'owner.published_at',
    shown: 'owner.withdrawn_at is null',
  };

  constructor(
    private readonly order: RoomOrder,
    private readonly mentions: TranslatedMentions,
  ) {
    super();
  }

  readable(actor: Actor) {
    return postPolicy.readable(actor, 'room');
  }

  /** As its number in its thread, however it is written; also where it has gone from there. */
  override at({ pathname, searchParams, hash }: Pick<URL, 'pathname' | 'searchParams' | 'hash'>) {
    const thread = /^\/threads\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i.exec(pathname)?.[1];
    const number =
      /^#post-(\d{1,9})$/.exec(hash)?.[1] ?? /^\d{1,9}$/.exec(searchParams.get('around') ?? '')?.[0];
    if (!thread || !number) return undefined;
    return {
      where: `owner.id = (
        select coalesce(stood.moved_to_id, stood.id) from posts stood
        where stood.thread_id = $1::uuid and stood.number = $2::int)`,
      values: [thread, number],
    };
  }

  override derived(text: Text, { body }: Strings) {
    return { room_id: text.roomId, html: renderMarkdown(body ?? '', text.id) };
  }

  async translated(tx: EntityManager, actor: Actor, { id, roomId }: Text, { locale }: Translated) {
    const [post] = await tx.query<[{ thread_id: string }]>(
      'select thread_id from posts where room_id = $1 and id = $2',
      [roomId, id],
    );
    await this.mentions.mark(tx, roomId!, id, locale);
    const data = { threadId: post.thread_id, postId: id, locale };
    await this.order.record(tx, 'post.translated', actor, roomId!, { kind: 'post', id }, data);
  }
}
