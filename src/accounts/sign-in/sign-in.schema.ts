import { z } from 'zod';
import { email } from '../../core/http/text.schema';
import { givenPassword } from '../person.schema';
import { meView } from '../profile/profile.schema';

export const signIn = z.strictObject({ email, password: givenPassword });

/** The form also carries where to go afterwards. */
export const signInForm = signIn.extend({ next: z.string().optional() });

export type SignIn = z.output<typeof signIn>;

export const sessionOfMe = z.object({
  person: meView,
  grants: z
    .array(
      z.object({
        role: z
          .enum(['administrator', 'organiser', 'editor', 'host', 'member', 'translator', 'guest', 'excluded'])
          .meta({ description: 'The power' }),
        placeId: z
          .guid()
          .nullable()
          .meta({ description: 'Partnership, platform or room where it holds; null: the whole hub' }),
        detail: z.string().nullable().meta({ description: "A translator's target language" }),
      }),
    )
    .meta({ description: 'What the person may do, and where' }),
});
