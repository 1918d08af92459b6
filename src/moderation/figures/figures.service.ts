import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ROOM_MEASURES } from '../../rooms/keeping/room-measures';
import { MEASURES } from '../decisions/measure';
import { GROUNDS } from '../grounds';
import { COUNTS, MEDIAN, YEARS } from './figures.sql';
import type { Figure, FigureGroup, YearlyFigures } from './figures.schema';

/** What is counted in each group, also when there was none of it. */
export const FIGURE_NAMES: Record<FigureGroup, readonly string[]> = {
  reports: GROUNDS,
  decisions: MEASURES,
  accord: ['reported', 'own'],
  duration: ['day', 'week', 'month', 'longer'],
  appeals: ['author', 'reporter', 'upheld', 'overturned', 'waiting', 'same_person'],
  rooms: ROOM_MEASURES,
};

/** What was reported and decided on the whole hub in a year: numbers only, which everybody may read. */
@Injectable()
export class ModerationFigures {
  constructor(private readonly database: DataSource) {}

  async of(wished: number | undefined): Promise<YearlyFigures> {
    const years = (await this.database.query<{ year: number }[]>(YEARS)).map(({ year }) => year);
    const now = new Date().getUTCFullYear();
    const year = wished ?? years[0] ?? now;
    const counted = await this.database.query<Figure[]>(COUNTS, [year]);
    const [{ hours }] = await this.database.query<[{ hours: number | null }]>(MEDIAN, [year]);
    const countOf = (group: FigureGroup, name: string) =>
      counted.find((row) => row.group === group && row.name === name)?.count ?? 0;
    const figures = Object.entries(FIGURE_NAMES).flatMap(([group, names]) =>
      names.map((name) => ({
        ...{ group: group as FigureGroup, name },
        count: countOf(group as FigureGroup, name),
      })),
    );
    return { year, years, complete: year < now, figures, medianHours: hours };
  }
}
