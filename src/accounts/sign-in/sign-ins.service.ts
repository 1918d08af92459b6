import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { promisify } from 'node:util';
import type { Actor } from '../../core/access/actor';
import { Config } from '../../core/config/config';
import { Transactions } from '../../core/database/transactions';
import { cookieName } from '../../core/http/session.middleware';
import { Journal } from '../../core/journal/journal';
import { publicSessionId } from '../sessions/session-id';
import { Sessions } from '../sessions/sessions.service';

/** Opens and closes the session of a browser, for whoever has found out who sits before it. */
@Injectable()
export class SignIns {
  constructor(
    private readonly config: Config,
    private readonly sessions: Sessions,
    private readonly transactions: Transactions,
    private readonly journal: Journal,
  ) {}

  /** A new session with a new id: one that was planted before is worth nothing. @param actor of a confirmed person */
  async start(request: Request, actor: Actor): Promise<void> {
    await this.leave(request);
    await promisify(request.login.bind(request) as (user: Actor, done: (error?: unknown) => void) => void)(
      actor,
    );
    request.session.since = new Date().toISOString();
    request.session.agent = (request.headers['user-agent'] ?? '').slice(0, 300);
    await promisify(request.session.save.bind(request.session))();
    await this.transactions.run((tx) =>
      this.journal.record(tx, 'session.started', {
        actor,
        subject: { kind: 'session', id: publicSessionId(request.sessionID) },
        scope: { kind: 'person', id: actor.person!.id },
        data: {},
      }),
    );
  }

  /** Signs out: the session is gone from the hub, and the cookie from the browser. */
  async stop(request: Request, response: Response): Promise<void> {
    await this.leave(request);
    await promisify(request.session.destroy.bind(request.session))();
    response.clearCookie(cookieName(this.config), {
      httpOnly: true,
      sameSite: 'lax',
      secure: this.config.production,
      path: '/',
    });
  }

  /** Whoever sat here before leaves, with her sockets. */
  private async leave(request: Request): Promise<void> {
    const { credential } = request.actor;
    if (credential?.kind === 'session') await this.sessions.end(request.actor, credential.id);
  }
}
