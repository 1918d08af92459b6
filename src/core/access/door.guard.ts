import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { SignInRequired } from '../errors/refusal';
import { DOOR, type Door } from './marks';

/** Every handler is marked public or signed-in; an unmarked one is shut. */
@Injectable()
export class DoorGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    if (context.getType() === 'ws') return true; // SocketAnswers asks there, since a refusal must be acknowledged
    const door = this.reflector.getAllAndOverride<Door | undefined>(DOOR, [
      context.getHandler(),
      context.getClass(),
    ]);
    const { actor } = context.switchToHttp().getRequest<Request>();
    if (door === 'public' || (door === 'signed-in' && actor.signedIn)) return true;
    throw new SignInRequired();
  }
}
