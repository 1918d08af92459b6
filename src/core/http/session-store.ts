import connectPgSimple from 'connect-pg-simple';
import type { Request } from 'express';
import session, { type Session, type SessionData } from 'express-session';
import type { Pool } from 'pg';
import type { Actor } from '../access/actor';
import type { ActorSource } from '../access/actor-source';

declare module 'express-serve-static-core' {
  interface Request {
    /** Whom the session of this request belongs to: read with it. */
    entered?: Actor;
  }
}

type Read = (error: unknown, data?: SessionData | null) => void;

interface StoreOptions {
  pool: Pool;
  /** Seconds between two looks for what has expired. */
  pruneSessionInterval: number | false;
}

/** Sessions in PostgreSQL. The statement that reads one also tells who speaks, since every request asks for both. */
export class SessionStore extends connectPgSimple(session) {
  private readonly actors = new WeakMap<object, Actor>();

  constructor(
    private readonly source: ActorSource,
    options: StoreOptions,
  ) {
    super({ ...options, tableName: 'sessions', disableTouch: true, errorLog: () => undefined });
  }

  override get(sid: string, done: Read): void {
    this.source.entered(sid).then(
      (entered) => {
        if (entered?.actor) this.actors.set(entered.session, entered.actor);
        done(null, (entered?.session ?? null) as SessionData | null);
      },
      (error: unknown) => done(error),
    );
  }

  override createSession(request: Request, data: SessionData): Session & SessionData {
    const actor = this.actors.get(data);
    if (actor) request.entered = actor;
    return super.createSession(request, data);
  }
}
