import { z } from 'zod';
import { LEVELS } from './level';

const level = z.enum(LEVELS).meta({
  description:
    'muted: never unread, never new, no notices; normal: told of mentions and answers; following: told of a thread once until she has read on; every_post: told of each post',
});

export const chosenRoomLevel = z.strictObject({ level });

export const chosenThreadLevel = z.strictObject({
  level: level.nullable().meta({ description: 'null: the same as in its room' }),
});

export type ChosenThreadLevel = z.output<typeof chosenThreadLevel>;

/** The same as forms send it. */
export const threadLevelForm = z.strictObject({
  level: z.union([level, z.literal('').transform(() => null)]),
});

/** The same of one of many, as a button sends it: `room/<id>/muted`, `thread/<id>/` for as in its room. */
export const choiceForm = z.strictObject({
  choice: z
    .string()
    .regex(/^(room|thread)\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\/[a-z_]{0,20}$/)
    .transform((text) => {
      const [kind, id, level] = text.split('/') as ['room' | 'thread', string, string];
      return { kind, id, level };
    }),
});

/** What views say of the reader's level. */
export const shownLevel = z
  .enum(LEVELS)
  .meta({ description: 'How closely the reader follows; normal for visitors' });
export const shownLevelFrom = z.enum(['room', 'thread', 'writing']).meta({
  description:
    'Where the level of a thread comes from: its room, a choice of its own, or having written in it',
});
