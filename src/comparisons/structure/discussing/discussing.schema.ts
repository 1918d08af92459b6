import { z } from 'zod';
import { clientId, prose } from '../../../core/http/text.schema';
import { renderedText } from '../../../core/http/rendered.schema';

export const newDiscussion = z.strictObject({
  room: z.guid('errors:field.choice').meta({ description: 'Room of the platform' }),
  body: prose(20_000).meta({ description: 'The first post, in the language of the platform' }),
  clientId,
});

export const openedDiscussion = z
  .object({ thread: z.guid().meta({ description: 'The one that there is, when somebody was first' }) })
  .meta({ id: 'QuestionThread' });

export const discussionList = z
  .object({
    items: z.array(
      z.object({
        question: z.string().meta({ description: 'Code of the question: D1.1' }),
        words: renderedText.meta({ description: 'The question' }),
        thread: z.guid().nullable().meta({ description: 'Where the platform talks about it' }),
      }),
    ),
  })
  .meta({ id: 'QuestionThreads' });

export type NewDiscussion = z.output<typeof newDiscussion>;
