import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import type { Locale } from '../../core/i18n/locales';
import {
  subjectKey,
  TextTitles,
  type TextSubject,
  type TextTitle,
} from '../../core/texts/text-titles.service';
import { TextKinds } from '../../core/texts/text-kinds';
import { inboxPolicy } from '../inbox.policy';

/** One thing that somebody follows. */
export interface Following {
  subject: TextSubject;
  /** A country or a dimension of it; empty for the whole. */
  part: string;
  /** Absent when she may no longer see it. */
  title?: TextTitle;
}

/** Who wants to be told of what. */
@Injectable()
export class Followings {
  constructor(
    private readonly database: DataSource,
    private readonly kinds: TextKinds,
    private readonly titles: TextTitles,
  ) {}

  /** Following twice is following once. @throws NotFound when there is no such text to be read */
  async follow(actor: Actor, { kind, id }: TextSubject, part = ''): Promise<void> {
    const person = inboxPolicy.toWrite(actor);
    await this.kinds.find(actor, kind, id);
    await this.database.query(
      `insert into followings (person_id, subject_kind, subject_id, part) values ($1, $2, $3, $4)
       on conflict do nothing`,
      [person.id, kind, id, part],
    );
  }

  async unfollow(actor: Actor, { kind, id }: TextSubject, part = ''): Promise<void> {
    const person = inboxPolicy.toWrite(actor);
    await this.database.query(
      'delete from followings where person_id = $1 and subject_kind = $2 and subject_id = $3 and part = $4',
      [person.id, kind, id, part],
    );
  }

  /** Ids of those who follow the whole of it, or one of these parts. */
  async followersOf(
    database: EntityManager | DataSource,
    { kind, id }: TextSubject,
    ...parts: string[]
  ): Promise<string[]> {
    const rows = await database.query<{ person_id: string }[]>(
      `select distinct person_id from followings
       where subject_kind = $1 and subject_id = $2 and part = any($3::text[])`,
      [kind, id, ['', ...parts]],
    );
    return rows.map(({ person_id }) => person_id);
  }

  /** The parts of it that the actor follows, '' for the whole. */
  async partsFollowed({ person }: Actor, { kind, id }: TextSubject): Promise<Set<string>> {
    if (!person) return new Set();
    const rows = await this.database.query<{ part: string }[]>(
      'select part from followings where person_id = $1 and subject_kind = $2 and subject_id = $3',
      [person.id, kind, id],
    );
    return new Set(rows.map(({ part }) => part));
  }

  async isFollowed(actor: Actor, subject: TextSubject, part = ''): Promise<boolean> {
    return (await this.partsFollowed(actor, subject)).has(part);
  }

  /** All that the actor follows, newest first. */
  async of(actor: Actor, locales: readonly Locale[]): Promise<Following[]> {
    const rows = await this.database.query<{ kind: string; id: string; part: string }[]>(
      `select subject_kind as kind, subject_id as id, part from followings where person_id = $1
       order by followed_at desc, subject_id, part limit 500`,
      [inboxPolicy.owner(actor).id],
    );
    const titles = await this.titles.of(actor, rows, locales);
    return rows.map(({ kind, id, part }) => {
      const title = titles.get(subjectKey({ kind, id }));
      return { subject: { kind, id }, part, ...(title && { title }) };
    });
  }
}
