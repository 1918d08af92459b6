import type { Actor } from './actor';

/** Finds out who speaks; provided by accounts, so that core needs not know what an account is. */
export abstract class ActorSource {
  /** `undefined` when the person is gone. */
  abstract bySession(personId: string, sessionId: string): Promise<Actor | undefined>;
  /** @param token what stands behind `Authorization: Bearer`. `undefined` when unknown, revoked or expired. */
  abstract byToken(token: string): Promise<Actor | undefined>;
}
