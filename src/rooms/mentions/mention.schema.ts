import { z } from 'zod';
import { line, locale } from '../../core/http/text.schema';

export const mentionableQuery = z.strictObject({
  q: line(60, 0).default('').meta({ description: 'How a name, or a part of it, begins' }),
  locale: locale.optional(),
});

export const mentionableView = z
  .object({
    kind: z.enum(['person', 'group', 'host']),
    id: z.guid().meta({ description: 'Of the person or the group; of the room for its host' }),
    text: z.string().meta({ description: 'What to write behind the @' }),
    name: z.string(),
    locale: z.string().nullable().meta({ description: 'Language of the name of a group' }),
    about: z
      .object({ name: z.string(), locale: z.string() })
      .nullable()
      .meta({ description: 'The organisation that a person speaks for' }),
  })
  .meta({ id: 'Mentionable' });

export type MentionableView = z.infer<typeof mentionableView>;

export const mentionableList = z
  .object({ items: z.array(mentionableView).meta({ description: 'At most ten' }) })
  .meta({ id: 'MentionableList' });
