import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { Invalid } from '../../core/errors/refusal';
import type { Locale } from '../../core/i18n/locales';
import { TextKinds } from '../../core/texts/text-kinds';
import type { TranslationOf } from '../segment-store';
import { translationPolicy } from '../translation.policy';
import type { TaskInput } from './worklist.schema';

export interface Task {
  personId: string | null;
  name: string | null;
  dueOn: string | null;
}

export interface Translator {
  id: string;
  name: string;
}

/** Who does which translation, and until when. */
@Injectable()
export class Tasks {
  constructor(
    private readonly kinds: TextKinds,
    private readonly database: DataSource,
  ) {}

  async of({ id, locale }: TranslationOf): Promise<Task | undefined> {
    const [task] = await this.database.query<Task[]>(
      `select task.person_id as "personId", person.name, task.due_on::text as "dueOn" from translation_tasks task
       left join people person on person.id = task.person_id where task.owner_id = $1 and task.locale = $2`,
      [id, locale],
    );
    return task;
  }

  /** Those who translate into a language, and oneself. */
  async translators(actor: Actor, locale: Locale): Promise<Translator[]> {
    return this.database.query<Translator[]>(
      `select id, name from people where id = $2 or id in (
         select person_id from grants where role = 'translator' and detail = $1) order by name`,
      [locale, actor.person?.id ?? null],
    );
  }

  /** @throws Invalid when it is given to somebody who does not translate into the language */
  async give(actor: Actor, of: TranslationOf, { personId, dueOn }: TaskInput): Promise<void> {
    const text = await this.kinds.find(actor, of.kind, of.id);
    translationPolicy.allow(actor, 'assign', { text, locale: of.locale });
    const able = await this.translators(actor, of.locale);
    if (personId && !able.some(({ id }) => id === personId))
      throw Invalid.field('personId', 'errors:field.choice');
    await this.database.query(
      `insert into translation_tasks (kind, owner_id, locale, person_id, due_on, given_by)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (owner_id, locale) do update set person_id = excluded.person_id, due_on = excluded.due_on,
         given_by = excluded.given_by, given_at = clock_timestamp()`,
      [of.kind, of.id, of.locale, personId, dueOn, actor.person?.id ?? null],
    );
  }
}
