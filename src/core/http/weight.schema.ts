import { z } from 'zod';
import { WEIGHTS } from '../texts/original-revisions';

/** How much a change weighs, with every form and route that changes an original. */
export const weight = z.enum(WEIGHTS).default('meaning').meta({
  description:
    'How much the change weighs for translations. typo: they stay up to date; meaning: translators are told; important: readers are warned too',
});
