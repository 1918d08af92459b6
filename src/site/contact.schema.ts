import { z } from 'zod';
import { email, prose } from '../core/http/text.schema';

export const SUBJECTS = ['accessibility', 'privacy', 'content', 'other'] as const;

/** What somebody has to say to those who run the hub. */
export const newMessage = z.strictObject({
  subject: z.enum(SUBJECTS),
  email,
  body: prose(4000),
});

export type NewMessage = z.output<typeof newMessage>;
