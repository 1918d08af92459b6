import { SetMetadata, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { Actor } from './actor';

export const DOOR = 'polylog:door';
export type Door = 'public' | 'signed-in';

/** Anyone may knock; the policy decides the rest. */
export const Public = () => SetMetadata(DOOR, 'public' satisfies Door);
/** Only people with an account; visitors are asked to sign in. */
export const SignedIn = () => SetMetadata(DOOR, 'signed-in' satisfies Door);

declare module 'express-serve-static-core' {
  interface Request {
    actor: Actor;
  }
}

/** The actor of this request, or of this socket. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  if (context.getType() === 'ws')
    return context.switchToWs().getClient<{ data: { actor: Actor } }>().data.actor;
  return context.switchToHttp().getRequest<Request>().actor;
});
