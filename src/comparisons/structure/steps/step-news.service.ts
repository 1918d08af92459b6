import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../../core/access/actor';
import type { Language } from '../../../core/i18n/language';
import type { TextTitle } from '../../../core/texts/text-titles.service';
import { NoticeKind, type NoticeData } from '../../../notifications/notice-kind';
import { Notifications } from '../../../notifications/notifications.service';
import { Reminders } from '../../../notifications/reminders.service';
import type { Step, StepPlace } from './steps';

interface Told extends StepPlace {
  id: string;
  ownerId: string | null;
  dueOn: string | null;
  done: boolean;
}

const WEEK = 7 * 86_400_000;

const weekBefore = (day: string): string =>
  new Date(new Date(`${day}T00:00:00Z`).getTime() - WEEK).toISOString().slice(0, 10);

/** Tells who sees to a step that she does, and reminds her a week before its day and on it. */
@Injectable()
export class StepNews {
  constructor(
    private readonly notifications: Notifications,
    private readonly reminders: Reminders,
  ) {}

  async planned(
    tx: EntityManager,
    comparison: { id: string },
    { id, step, country, ownerId, dueOn, done }: Told,
    actor: Actor,
    assigned: boolean,
  ): Promise<void> {
    const causes = [`comparison step ${id} ahead`, `comparison step ${id}`];
    for (const cause of causes) await this.reminders.drop(tx, cause);
    if (!ownerId) return;
    const news = { people: [ownerId], subject: { kind: 'comparison', id: comparison.id } };
    const data = { step, country, due: dueOn };
    if (assigned) {
      const cause = `comparison step ${id} owner ${ownerId} ${dueOn ?? ''}`;
      const by = actor.person?.id ?? null;
      await this.notifications.tell(tx, { ...news, by, name: 'comparison.step_given', data, cause });
    }
    if (!dueOn || done) return;
    const days = [weekBefore(dueOn), dueOn];
    const today = new Date().toISOString().slice(0, 10);
    for (const [place, on] of days.entries())
      if (on >= today)
        await this.reminders.ask(tx, {
          ...news,
          name: 'comparison.step_due',
          data,
          on,
          cause: causes[place]!,
        });
  }
}

abstract class StepNotice extends NoticeKind {
  override path({ path }: TextTitle): string {
    return `${path}/board`;
  }

  protected values(language: Language, data: NoticeData) {
    const step = language.t(`comparisons:step.${String(data['step']) as Step}`);
    const place = data['country'] ? ` (${language.country(String(data['country']))})` : '';
    const due = data['due'] ? language.calendarDate(String(data['due'])) : '';
    return { step: `${step}${place}`, due };
  }
}

/** Somebody is asked to see to a step. */
@Injectable()
export class StepGiven extends StepNotice {
  readonly name = 'comparison.step_given';

  words(language: Language, data: NoticeData): string {
    const values = this.values(language, data);
    return language.t(data['due'] ? 'comparisons:steps.given_until' : 'comparisons:steps.given', values);
  }
}

/** The day of a step is near, or has come. */
@Injectable()
export class StepDue extends StepNotice {
  readonly name = 'comparison.step_due';

  words(language: Language, data: NoticeData): string {
    return language.t('comparisons:steps.due_notice', this.values(language, data));
  }
}
