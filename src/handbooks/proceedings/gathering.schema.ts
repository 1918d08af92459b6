import { z } from 'zod';

const MOST_THREADS = 50;
const BOX = 'thread_';

export const threadBox = (id: string): string => `${BOX}${id}`;

const gathering = z.strictObject({
  threads: z
    .array(z.guid())
    .min(1, 'handbooks:gathering.choose')
    .max(MOST_THREADS)
    .meta({ description: 'Threads of public rooms; each becomes a chapter' }),
});

/** A form sends one box for each thread that is ticked. */
export const gatheringForm = z
  .record(z.string().regex(/^thread_[0-9a-f-]{36}$/), z.literal('true'))
  .transform((boxes) => ({ threads: Object.keys(boxes).map((box) => box.slice(BOX.length)) }))
  .pipe(gathering);
