import { z } from 'zod';

const MOST_THREADS = 50;
const THREAD = 'thread_';
const CONCLUSIONS = 'conclusions_';

export const threadBox = (id: string): string => `${THREAD}${id}`;
export const conclusionsBox = (roomId: string): string => `${CONCLUSIONS}${roomId}`;

const chosen = z.array(z.guid()).max(MOST_THREADS);

const gathering = z
  .strictObject({
    threads: chosen.meta({ description: 'Threads of public rooms; each becomes a chapter' }),
    rooms: chosen.meta({ description: 'Rooms whose conclusions become a chapter' }),
  })
  .refine(({ threads, rooms }) => threads.length + rooms.length > 0, {
    path: ['threads'],
    message: 'handbooks:gathering.choose',
  });

/** A form sends one box for each thread and each room that is ticked. */
export const gatheringForm = z
  .record(z.string().regex(/^(thread|conclusions)_[0-9a-f-]{36}$/), z.literal('true'))
  .transform((boxes) => {
    const ticked = (box: string) =>
      Object.keys(boxes).flatMap((name) => (name.startsWith(box) ? name.slice(box.length) : []));
    return { threads: ticked(THREAD), rooms: ticked(CONCLUSIONS) };
  })
  .pipe(gathering);

export type Chosen = z.output<typeof gathering>;
