import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Reminders } from '../../notifications/reminders.service';
import { subjectOf } from '../recommendation-access.service';

export const FOLLOW_UP = 'uptake.follow_up';

/** Months after an uptake was told. */
const ASKED_AFTER = [6, 12];

interface Told {
  id: string;
  recommendationId: string;
  personId: string;
}

/** Whoever told of an uptake is asked half a year and a year later what has come of it. */
@Injectable()
export class FollowUps {
  constructor(private readonly reminders: Reminders) {}

  async ask(tx: EntityManager, { id, recommendationId, personId }: Told): Promise<void> {
    for (const months of ASKED_AFTER)
      await this.reminders.ask(tx, {
        ...{ people: [personId], name: FOLLOW_UP, data: { uptake: id }, cause: causeOf(id, months) },
        ...{ subject: subjectOf({ id: recommendationId }), on: monthsFrom(new Date(), months) },
      });
  }

  async drop(tx: EntityManager, id: string): Promise<void> {
    for (const months of ASKED_AFTER) await this.reminders.drop(tx, causeOf(id, months));
  }
}

const causeOf = (id: string, months: number): string => `uptake ${id} after ${months}`;

/** The same day of a later month; the last one of a month that has no such day. */
function monthsFrom(day: Date, months: number): string {
  const first = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day.getUTCDate(), last));
  return first.toISOString().slice(0, 10);
}
