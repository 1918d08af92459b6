import { z } from 'zod';

const count = z.number().int();

export const boardView = z
  .object({
    rows: z
      .array(
        z.object({
          country: z.string().meta({ description: 'ISO 3166-1 alpha-2, or a code of Eurostat for several' }),
          cells: z
            .array(
              z.object({
                dimension: z.string().meta({ description: 'Code of the dimension: D1' }),
                asked: count.meta({ description: 'Questions that are asked' }),
                draft: count.meta({ description: 'Questions whose newest answer is a draft' }),
                commented: count.meta({ description: '… open for comments' }),
                agreed: count.meta({ description: '… agreed nationally' }),
                checked: count.meta({ description: '… checked by another country' }),
                disputed: count.meta({ description: '… disputed' }),
                published: count.meta({ description: '… published' }),
                broken: count.meta({ description: 'Answers that rest on something that no longer stands' }),
              }),
            )
            .meta({ description: 'In the order of the dimensions' }),
        }),
      )
      .meta({ description: 'In protocol order' }),
  })
  .meta({ id: 'ComparisonBoard' });

export type Board = z.infer<typeof boardView>;
export type BoardRow = Board['rows'][number];
export type BoardCell = BoardRow['cells'][number];
