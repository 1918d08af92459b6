import type { Actor } from './actor';

/** A session as it is kept, and who has signed in with it and is still there. */
export interface Entered {
  session: object;
  actor?: Actor;
}

/** Finds out who speaks; provided by accounts, so that core needs not know what an account is. */
export abstract class ActorSource {
  /**
   * A session that has not expired, by the key that is in its cookie, and whom it belongs to. In one go: every request
   * of somebody who has signed in asks for both.
   */
  abstract entered(sessionId: string): Promise<Entered | undefined>;
  /** `undefined` when the person is gone. */
  abstract bySession(personId: string, sessionId: string): Promise<Actor | undefined>;
  /** @param token what stands behind `Authorization: Bearer`. `undefined` when unknown, revoked or expired. */
  abstract byToken(token: string): Promise<Actor | undefined>;
}
