import type { NextFunction, Request, RequestHandler, Response } from 'express';
import session from 'express-session';
import passport from 'passport';
import type { Pool } from 'pg';
import { Actor } from '../access/actor';
import type { ActorSource } from '../access/actor-source';
import type { Config } from '../config/config';
import { SignInRequired } from '../errors/refusal';
import { SessionStore } from './session-store';

/** What a session remembers beside who it belongs to. */
declare global {
  namespace Express {
    interface User extends Actor {}
  }
}

declare module 'express-session' {
  interface SessionData {
    /** ISO time of signing in. */
    since: string;
    /** What the browser called itself, for the list of one's sessions. */
    agent: string;
  }
}

/** The session's cookie: `__Host-` binds it to this host over HTTPS. */
export const cookieName = (config: Config): string => (config.production ? '__Host-polylog' : 'polylog');

/** Sessions in PostgreSQL, and the actor behind each request or handshake. In this order. */
export function sessionMiddlewares(
  config: Config,
  secret: string,
  pool: Pool,
  actors: ActorSource,
): RequestHandler[] {
  const name = cookieName(config);
  const store = new SessionStore(actors, { pool, pruneSessionInterval: config.worker ? 900 : false });
  const hub = new passport.Passport();
  hub.serializeUser((user, done) => done(null, user.person!.id));
  hub.deserializeUser((request: Request, id: string, done: (error: unknown, user?: Actor | false) => void) =>
    done(null, request.entered?.person?.id === id && request.entered),
  );
  const handlers: RequestHandler[] = [
    session({
      name,
      secret,
      store,
      resave: false,
      saveUninitialized: false,
      cookie: {
        httpOnly: true,
        sameSite: 'lax',
        secure: config.production,
        maxAge: config.sessionLife,
        path: '/',
      },
    }),
    hub.initialize() as RequestHandler,
    hub.session() as RequestHandler,
  ];
  return [...handlers.map(forThoseWhoCarryOne(name)), actorMiddleware(actors)];
}

/** Visitors who only read, and programs with a token, have no session and need none. */
const forThoseWhoCarryOne =
  (name: string) =>
  (handler: RequestHandler): RequestHandler =>
  (request, response, next) => {
    const reads = request.method === 'GET' || request.method === 'HEAD';
    const proves = request.headers.authorization !== undefined;
    if ((reads || proves) && !request.headers.cookie?.includes(`${name}=`)) next();
    else void handler(request, response, next);
  };

/** A bearer token speaks for itself; otherwise the session does; otherwise it is a visitor. */
function actorMiddleware(actors: ActorSource) {
  return (request: Request, _response: Response, next: NextFunction): void => {
    const [, token] = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '') ?? [];
    if (!token) {
      request.actor = request.user ?? Actor.visitor;
      return next();
    }
    actors.byToken(token).then((actor) => {
      request.actor = actor ?? Actor.visitor;
      next(actor ? undefined : new SignInRequired());
    }, next);
  };
}
