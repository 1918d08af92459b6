import { z } from 'zod';
import { locale, prose } from '../../core/http/text.schema';

export const APPEAL_LIMIT = 4000;

/** Why somebody else should look again. */
export const newAppeal = z.strictObject({
  words: prose(APPEAL_LIMIT).meta({ description: 'Why it was wrong' }),
  locale: locale.meta({ description: 'Language of the words' }),
});
export type NewAppeal = z.output<typeof newAppeal>;
