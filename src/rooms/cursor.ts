import { z } from 'zod';

/** Where a page of something ended that is ordered by time: exact to the microsecond, as SQL writes it. */
export interface Moment {
  cursor: string;
  id: string;
}

/** A `timestamptz` for a cursor, in SQL. */
export const exactly = (column: string): string =>
  `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

const moment = z.object({ cursor: z.iso.datetime(), id: z.guid() });

export const writeCursor = ({ cursor, id }: Moment): string =>
  Buffer.from(`${cursor} ${id}`).toString('base64url');

/** Nothing for what no page has written. */
export function readCursor(text: string): Moment | undefined {
  const [cursor, id] = Buffer.from(text, 'base64url').toString().split(' ');
  return moment.safeParse({ cursor, id }).data;
}
