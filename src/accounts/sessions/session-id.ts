import { createHash } from 'node:crypto';

/**
 * The name of a session that may be seen: in addresses, the journal and the rooms of sockets.
 * What stands in the cookie opens the account, so it is shown nowhere, and cannot be found from this.
 */
export function publicSessionId(sid: string): string {
  const hex = createHash('sha256').update(sid).digest('hex').slice(0, 32);
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** The same in SQL, over a table called session. */
export const PUBLIC_SESSION_ID = `encode(substring(sha256(convert_to(session.sid, 'UTF8')) from 1 for 16), 'hex')::uuid`;
