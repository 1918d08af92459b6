import { z } from 'zod';
import { ALT_LIMIT } from '../../files/file.schema';
import { locale, prose } from '../../core/http/text.schema';
import { MOST_FILES, newPostForm } from '../posts/post.schema';
import { pollForm } from './poll.schema';

/** A file beside a form without a script, whatever else is in the form. */
export const besideFile = z.object({ locale, fileAlt: prose(ALT_LIMIT, 0).optional() });

/** Files that were brought before, as a form carries them from page to page. */
const fileIds = z
  .string()
  .default('')
  .transform((ids) => ids.split(',').filter(Boolean))
  .pipe(z.array(z.guid()).max(MOST_FILES));

/** A post with a poll, as its form sends it. `composed`: the words come from where one writes in the thread. */
export const newPollForm = pollForm.extend({
  ...newPostForm.pick({ body: true, locale: true, clientId: true, replyToId: true, fileAlt: true }).shape,
  ...{ fileIds, composed: z.enum(['', 'yes']).default('') },
});
