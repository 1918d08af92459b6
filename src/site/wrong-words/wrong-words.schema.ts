import { z } from 'zod';
import { line, locale, prose } from '../../core/http/text.schema';

/** What follows these is a key to an account, and belongs to nobody else. */
const LINKS_OF_MAILS = /^(\/(?:confirm|reset-password|invitations)\/).+/;

/** The page that somebody was on, without its language. */
const pageSeen = line(500)
  .refine((path) => /^\/(?![/\\])/.test(path), 'errors:field.address')
  .transform((path) => path.replace(LINKS_OF_MAILS, '$1…'));

export const newWrongWords = z.strictObject({
  page: pageSeen,
  locale,
  wrong: prose(500),
  better: prose(500, 0),
});

/** The same as a link of the foot carries it: whatever is no page is left out. */
export const pageAsked = pageSeen.catch('');

export type NewWrongWords = z.output<typeof newWrongWords>;
