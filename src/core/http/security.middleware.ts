import { randomBytes } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import type { Config } from '../config/config';

/** Strict CSP: our own scripts by nonce, no inline style or script, no frames, nothing from elsewhere. */
export function securityMiddlewares(config: Config) {
  const nonce = (_request: Request, response: Response, next: NextFunction): void => {
    response.locals['nonce'] = randomBytes(16).toString('base64');
    next();
  };
  const nonceOf = (_request: unknown, response: unknown) =>
    `'nonce-${String((response as Response).locals['nonce'])}'`;
  const policy = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: [nonceOf],
        styleSrc: ["'self'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'", config.baseUrl.replace(/^http/, 'ws')],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        manifestSrc: ["'self'"],
        ...(config.production && { upgradeInsecureRequests: [] }),
      },
    },
    strictTransportSecurity: config.production,
    referrerPolicy: { policy: 'same-origin' },
  });
  return [nonce, policy];
}
