import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../core/access/actor';
import { Statement } from '../core/database/statement';
import { NotFound } from '../core/errors/refusal';
import type { Reader } from '../core/http/reader';
import { subjectKey, TextTitles, type TextTitle } from '../core/texts/text-titles.service';
import { Sockets } from '../core/realtime/sockets.gateway';
import type { NoticeData, NoticeSort } from './notice-kind';
import { NoticeKinds } from './notice-kinds.service';
import { inboxPolicy } from './inbox.policy';
import type { InboxWindow, NotificationView } from './notification.schema';

interface Row {
  id: string;
  name: string;
  subject_kind: string;
  subject_id: string;
  data: NoticeData;
  created_at: Date;
  read_at: Date | null;
}

const PAGE = 30;

const COLUMNS = 'id, name, subject_kind, subject_id, data, created_at, read_at';
const PAGE_OF = new Statement<Row>(
  `select ${COLUMNS} from notifications
   where person_id = $1 and ($2::boolean is null or ((read_at is not null), -id) > ($2, -$3::bigint))
     and ($4::text[] is null or name = any($4))
   order by (read_at is not null), -id limit ${PAGE + 1}`,
);
const UNREAD = new Statement<{ count: number }>(
  'select count(*)::int as count from notifications where person_id = $1 and (read_at is not null) = false',
);
const UNREAD_BY_NAME = new Statement<{ name: string; count: number }>(
  `select name, count(*)::int as count from notifications
   where person_id = $1 and (read_at is not null) = false group by name`,
);
/** Beyond this many nobody wants to know the number. */
const MANY = 100;
/** What was told of one thread is one thing, however many posts there are. */
const WAITS = new Statement<{ things: number }>(
  `select count(distinct coalesce(thread, id::text))::int as things from (
     select id, data->>'threadId' as thread from notifications
     where person_id = $1 and (read_at is not null) = false order by -id limit ${MANY}
   ) newest`,
);
/** Of a few kinds, those first that are named first. */
const WAITING = new Statement<Row>(
  `select ${COLUMNS} from notifications
   where person_id = $1 and (read_at is not null) = false and name = any($2::text[])
   order by array_position($2::text[], name), -id limit 20`,
);
/** Notices about posts say in their data of which thread, and of which number in it. */
const SEEN = new Statement<{ id: string }>(
  `update notifications set read_at = clock_timestamp()
   where person_id = $1 and (read_at is not null) = false and data->>'threadId' = $2
     and (data->>'number')::int <= $3 returning id`,
);

/** What one person was told. */
@Injectable()
export class Inbox {
  constructor(
    private readonly database: DataSource,
    private readonly kinds: NoticeKinds,
    private readonly titles: TextTitles,
    private readonly sockets: Sockets,
  ) {}

  /** Unread first, newest first; `next` leads on. */
  async page(
    reader: Reader,
    { after, only }: InboxWindow = {},
  ): Promise<{ items: NotificationView[]; next: string | null }> {
    const { id } = inboxPolicy.owner(reader.actor);
    const names = only ? this.kinds.ofSort(only) : null;
    const rows = await PAGE_OF.run(this.database, [id, after?.read ?? null, after?.id ?? 0, names]);
    const shown = rows.slice(0, PAGE);
    const last = rows.length > PAGE ? shown.at(-1) : undefined;
    return { items: await this.views(reader, shown), next: last ? cursorOf(last) : null };
  }

  /** What she was told and has not read, of these kinds; the first kinds first. What she can no longer see is left out. */
  async waiting(reader: Reader, kinds: readonly string[]): Promise<NotificationView[]> {
    const rows = await WAITING.run(this.database, [inboxPolicy.owner(reader.actor).id, kinds]);
    return (await this.views(reader, rows)).filter(({ path }) => path !== null);
  }

  /** Marks as read what she was told of threads that `where` names; `$2` and so on are its values. */
  async dismiss(personId: string, where: string, values: unknown[], at?: Date): Promise<void> {
    await this.database.query(
      `update notifications set read_at = coalesce($${values.length + 2}::timestamptz, clock_timestamp())
       where person_id = $1 and (read_at is not null) = false
         and (data->>'threadId')::uuid in (select thread.id from threads thread where ${where})`,
      [personId, ...values, at ?? null],
    );
    this.sockets.tell([personId], 'notifications');
  }

  /** What was marked as read at that very moment is not read. */
  async recall(personId: string, at: Date): Promise<void> {
    await this.database.query(
      'update notifications set read_at = null where person_id = $1 and read_at = $2',
      [personId, at],
    );
    this.sockets.tell([personId], 'notifications');
  }

  async unread(actor: Actor): Promise<number> {
    const [row] = await UNREAD.run(this.database, [inboxPolicy.owner(actor).id]);
    return row!.count;
  }

  /**
   * How much waits for her in the whole hub: threads that she follows or was called to, each once, and what else she was
   * told. What she follows is among it since following tells (decision 027).
   */
  async waits(actor: Actor): Promise<number> {
    const [row] = await WAITS.run(this.database, [inboxPolicy.owner(actor).id]);
    return row!.things;
  }

  /** How many of each sort she has not read; sorts of which there are none are left out. */
  async unreadBySort(actor: Actor): Promise<Map<NoticeSort, number>> {
    const counts = new Map<NoticeSort, number>();
    for (const { name, count } of await UNREAD_BY_NAME.run(this.database, [inboxPolicy.owner(actor).id])) {
      const sort = this.kinds.of(name)?.sort ?? 'rest';
      counts.set(sort, (counts.get(sort) ?? 0) + count);
    }
    return counts;
  }

  /** Marks it as read. @returns where it leads; nowhere when the reader may no longer go there */
  async open(reader: Reader, id: string): Promise<string | null> {
    const owner = inboxPolicy.owner(reader.actor);
    const rows = await this.database.query<Row[]>(
      `select ${COLUMNS} from notifications where id = $1 and person_id = $2`,
      [id, owner.id],
    );
    const [view] = await this.views(reader, rows);
    if (!view) throw new NotFound();
    if (reader.actor.mayWrite) await this.read(reader.actor, id);
    return view.path;
  }

  async read(actor: Actor, id: string): Promise<void> {
    const owner = inboxPolicy.toWrite(actor);
    const [rows] = await this.database.query<[unknown[]]>(
      `update notifications set read_at = coalesce(read_at, clock_timestamp())
       where id = $1 and person_id = $2 returning id`,
      [id, owner.id],
    );
    if (rows.length === 0) throw new NotFound();
    this.sockets.tell([owner.id], 'notifications');
  }

  /** @param only those of one sort */
  async readAll(actor: Actor, only?: NoticeSort): Promise<void> {
    const owner = inboxPolicy.toWrite(actor);
    await this.database.query(
      `update notifications set read_at = clock_timestamp()
       where person_id = $1 and (read_at is not null) = false and ($2::text[] is null or name = any($2))`,
      [owner.id, only ? this.kinds.ofSort(only) : null],
    );
    this.sockets.tell([owner.id], 'notifications');
  }

  /** She has read a thread up to a number: what she was told of posts up to there is read with it. */
  async seen(personId: string, threadId: string, number: number): Promise<void> {
    const rows = await SEEN.run(this.database, [personId, threadId, number]);
    if (rows.length > 0) this.sockets.tell([personId], 'notifications');
  }

  private async views({ actor, language, locales }: Reader, rows: Row[]): Promise<NotificationView[]> {
    const subjectOf = (row: Row) => ({ kind: row.subject_kind, id: row.subject_id });
    const titles = await this.titles.of(actor, rows.map(subjectOf), locales);
    return rows.map((row) => {
      const kind = this.kinds.of(row.name);
      const subject = kind && titles.get(subjectKey(subjectOf(row)));
      const told = subject ?? kind?.alone;
      return {
        ...{ id: row.id, name: row.name },
        sort: kind?.sort ?? ('rest' as const),
        words: kind && told ? kind.words(language, row.data) : language.t('notifications:gone'),
        title: subject ? titleOf(subject) : null,
        path: (subject ? kind?.path(subject, row.data) : kind?.pathAlone(row.data)) ?? null,
        at: row.created_at.toISOString(),
        read: row.read_at !== null,
      };
    });
  }
}

const titleOf = ({ title, locale, state, text }: TextTitle): NotificationView['title'] => ({
  ...{ text: title, locale, state, originalLocale: text.locale },
});

const cursorOf = ({ id, read_at }: Row): string => `${read_at ? 'read' : 'new'}-${id}`;
