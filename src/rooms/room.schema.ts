import { z } from 'zod';
import { weight } from '../core/http/weight.schema';
import { baseRevision, email, line, locale, prose } from '../core/http/text.schema';
import { shownLevel } from './following/level.schema';
import { PLACES, VISIBILITIES } from './room.entity';
import { renderedText } from '../core/http/rendered.schema';

export const roomView = z
  .object({
    id: z.guid(),
    slug: z.string().meta({ description: 'Name in page addresses: /rooms/<slug>' }),
    name: renderedText,
    description: renderedText.nullable(),
    place: z.enum(PLACES).meta({ description: 'What the room belongs to' }),
    partnershipId: z.guid().nullable(),
    platformId: z.guid().nullable(),
    visibility: z
      .enum(VISIBILITIES)
      .meta({ description: 'Who can read: anyone, members of the place, invited people' }),
    archived: z.boolean().meta({ description: 'Read-only' }),
    threadCount: z.number().int(),
    postCount: z.number().int(),
    lastPostAt: z.iso.datetime().nullable(),
    unread: z.number().int().meta({
      description: 'Posts that the reader has not seen, but for those of muted threads; 0 for visitors',
    }),
    level: shownLevel,
    lastSeq: z.number().int().meta({ description: 'Number of the newest entry of the room' }),
    paceSeconds: z
      .number()
      .int()
      .meta({ description: 'Between two posts of one person; 0: as fast as she likes' }),
    newcomerPosts: z
      .number()
      .int()
      .meta({ description: 'So many first posts of a newcomer wait for approval; 0: none' }),
    removed: z.boolean().meta({ description: 'You were removed from it: you read it like a visitor' }),
    can: z.object({ open: z.boolean(), reply: z.boolean(), keep: z.boolean() }),
  })
  .meta({ id: 'Room' });

export type RoomView = z.infer<typeof roomView>;

export const roomList = z.object({ rooms: z.array(roomView) });

const writable = {
  name: line(120),
  description: z
    .union([prose(1000, 0), z.null()])
    .optional()
    .transform((value) => (value?.trim() ? value : null)),
  locale,
  visibility: z.enum(VISIBILITIES),
};

/** A new room, at a place where the actor keeps order. */
export const newRoom = z.strictObject({
  ...writable,
  place: z.enum(PLACES),
  placeId: z
    .union([z.guid(), z.literal('')])
    .optional()
    .transform((value) => value || null)
    .meta({ description: 'Id of the partnership or platform; nothing for the hub' }),
});

export type NewRoom = z.output<typeof newRoom>;

export const editedRoom = z.strictObject({
  ...writable,
  archived: z.stringbool().or(z.boolean()).default(false),
  baseRevision,
  weight,
});

export type EditedRoom = z.output<typeof editedRoom>;

/** The same as forms send it: a box that is not ticked is not sent. */
export const editedRoomForm = z
  .strictObject({
    ...writable,
    archived: z.literal(['true', 'false']).default('false'),
    revision: baseRevision,
    weight,
  })
  .transform(({ revision, archived, ...room }) => ({
    ...room,
    archived: archived === 'true',
    baseRevision: revision,
  }));

export const translatedRoom = z.strictObject({
  locale,
  name: line(120),
  description: writable.description,
  baseRevision: baseRevision.optional().meta({
    description:
      'The revision of the room that it was made from; when it has changed since, it is outdated at once',
  }),
});

export type TranslatedRoom = z.output<typeof translatedRoom>;

export const newGuest = z.strictObject({ email });
