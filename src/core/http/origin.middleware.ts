import type { NextFunction, Request, Response } from 'express';
import { Refusal } from '../errors/refusal';
import { sameToken } from './form-token';

const SAFE = /^(GET|HEAD|OPTIONS)$/;

/**
 * Another site cannot act in a reader's name: browsers tell where a request comes from,
 * and forms of a session prove that they were made for it.
 */
export function originMiddleware(baseUrl: string, secret: string) {
  const own = new URL(baseUrl).host;
  return (request: Request, _response: Response, next: NextFunction): void => {
    if (SAFE.test(request.method)) return next();
    const site = request.headers['sec-fetch-site'];
    const origin = request.headers.origin;
    const foreignSite = site !== undefined && site !== 'same-origin' && site !== 'none';
    if (foreignSite || (origin !== undefined && !isOwn(origin, own, request.headers.host))) {
      return next(new Refusal(403, 'errors:origin'));
    }
    const form = request.is('application/x-www-form-urlencoded');
    if (form && request.actor.credential?.kind === 'session') {
      const token = (request.body as Record<string, unknown> | undefined)?.['_token'];
      if (!sameToken(secret, request.sessionID, token)) return next(new Refusal(403, 'errors:form_expired'));
    }
    next();
  };
}

export function isOwn(origin: string, ...hosts: (string | undefined)[]): boolean {
  return URL.canParse(origin) && hosts.includes(new URL(origin).host);
}
