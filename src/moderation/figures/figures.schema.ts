import { z } from 'zod';

/** Which year; an address that people mistyped shows the latest. */
export const figuresQuery = z.object({
  year: z.coerce
    .number()
    .int()
    .min(2000)
    .max(9999)
    .optional()
    .catch(undefined)
    .meta({ description: 'By the calendar, in UTC; absent: the latest' }),
});
export type FiguresQuery = z.output<typeof figuresQuery>;

export const FIGURE_GROUPS = ['reports', 'decisions', 'accord', 'duration', 'appeals', 'rooms'] as const;
export type FigureGroup = (typeof FIGURE_GROUPS)[number];

export const figure = z.object({
  group: z.enum(FIGURE_GROUPS).meta({ description: 'What is counted' }),
  name: z.string().meta({ description: 'A ground, a measure, a span of time, a side or an outcome' }),
  count: z.int(),
});
export type Figure = z.infer<typeof figure>;

export const yearlyFigures = z
  .object({
    year: z.int(),
    years: z.array(z.int()).meta({ description: 'For which there are figures, the latest first' }),
    complete: z.boolean().meta({ description: 'The year is over' }),
    figures: z.array(figure),
    medianHours: z
      .number()
      .nullable()
      .meta({ description: 'From the first report to the first decision; null: there was none' }),
  })
  .meta({ id: 'ModerationFigures' });
export type YearlyFigures = z.infer<typeof yearlyFigures>;
