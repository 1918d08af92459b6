import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  Logger,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { catchError, defer, finalize, of, type Observable } from 'rxjs';
import type { Socket } from 'socket.io';
import { DOOR, type Door } from '../access/marks';
import { SignInRequired } from '../errors/refusal';
import { asRefusal } from '../http/as-refusal';
import { asProblem } from '../http/problem';
import { Language } from '../i18n/language';
import { FALLBACK_LOCALE, isLocale } from '../i18n/locales';
import type { SocketData } from './socket.adapter';
import { Sockets } from './sockets.gateway';

/** A refusal on a socket is an answer `{code, message, …}`, never a silence and never a closed connection. */
@Injectable()
export class SocketAnswers implements NestInterceptor {
  private readonly log = new Logger('Socket');

  constructor(
    private readonly reflector: Reflector,
    private readonly sockets: Sockets,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const socket = context.switchToWs().getClient<Socket>();
    const { actor } = socket.data as SocketData;
    const door = this.reflector.get<Door | undefined>(DOOR, context.getHandler());
    const open = door === 'public' || (door === 'signed-in' && actor.signedIn);
    const answered = this.sockets.begin(socket);
    return defer(() => {
      if (!open) throw new SignInRequired();
      return next.handle();
    }).pipe(
      catchError((error: unknown) => {
        const refusal = asRefusal(error);
        if (refusal.status >= 500)
          this.log.error(context.getHandler().name, (error as Error)?.stack ?? error);
        const asked = context.switchToWs().getData<{ locale?: unknown } | undefined>()?.locale;
        const locale = isLocale(asked) ? asked : actor.person?.locale;
        const { title, ...problem } = asProblem(
          refusal,
          Language.of(isLocale(locale) ? locale : FALLBACK_LOCALE),
        );
        return of({ ...problem, message: title });
      }),
      finalize(answered),
    );
  }
}
