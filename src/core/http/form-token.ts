import { createHmac, timingSafeEqual } from 'node:crypto';

/** Proves that a form was made for this session. */
export function formToken(secret: string, sessionId: string): string {
  return createHmac('sha256', secret).update(`form ${sessionId}`).digest('base64url');
}

export function sameToken(secret: string, sessionId: string, token: unknown): boolean {
  if (typeof token !== 'string') return false;
  const expected = Buffer.from(formToken(secret, sessionId));
  const given = Buffer.from(token);
  return expected.length === given.length && timingSafeEqual(expected, given);
}
