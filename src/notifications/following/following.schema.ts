import { z } from 'zod';
import { line } from '../../core/http/text.schema';

const part = z
  .string()
  .regex(/^[\w.-]{0,40}$/)
  .default('')
  .meta({ description: 'Code of a country or of a dimension; empty for the whole' });

const subject = {
  kind: z
    .string()
    .regex(/^[a-z_]{1,40}$/)
    .meta({ description: 'Kind of the text' }),
  id: z.guid().meta({ description: 'Its id' }),
};

/** As the button sends it. */
export const followForm = z.strictObject({
  ...subject,
  part,
  follow: z.enum(['yes', 'no']),
  back: line(500, 0).default(''),
});

export const followedSubject = z.strictObject({ ...subject, part });
export type FollowedSubject = z.output<typeof followedSubject>;

export const followingList = z.object({
  items: z.array(
    z
      .object({
        ...subject,
        part: z.string().meta({ description: 'Code of a country or of a dimension; empty for the whole' }),
        title: z
          .string()
          .nullable()
          .meta({ description: 'How it is called; null when you can no longer see it' }),
        locale: z.string().nullable().meta({ description: 'Language of the title' }),
        path: z.string().nullable().meta({ description: 'Where it is read, without the locale' }),
      })
      .meta({ id: 'Following' }),
  ),
});
