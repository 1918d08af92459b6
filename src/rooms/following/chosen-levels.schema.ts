import { z } from 'zod';
import { renderedText } from '../../core/http/rendered.schema';
import { locale } from '../../core/http/text.schema';
import { roomView } from '../room.schema';
import { threadView } from '../threads/thread.schema';

export const levelPage = z.strictObject({
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  locale: locale.optional(),
});

export const chosenLevels = z
  .object({
    rooms: z.array(roomView).meta({
      description: 'Those with a level that you chose, then the others where you take part. First page only',
    }),
    threads: z
      .array(threadView.extend({ room: renderedText.meta({ description: 'Name of its room' }) }))
      .meta({ description: 'Those with a level of their own, by newest post' }),
    page: z.number().int(),
    more: z.boolean().meta({ description: 'There are more threads' }),
  })
  .meta({ id: 'ChosenLevels' });

export type ChosenLevels = z.infer<typeof chosenLevels>;
