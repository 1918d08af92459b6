import type { Request } from 'express';
import type { IncomingMessage } from 'node:http';
import helmet from 'helmet';
import type { Config } from '../config/config';

/** What a browser may have called this hub; a header with anything else in it is not repeated. */
const HOST = /^[\w.-]+(:\d+)?$|^\[[\da-f:]+\](:\d+)?$/i;

/**
 * Only scripts of our own build run: they, and nothing else, stand under /assets/. Unlike a nonce this is the same
 * for every reader, so that a page need not be drawn anew for each.
 */
function ownScripts(request: IncomingMessage): string {
  const { protocol } = request as Request;
  const host = request.headers.host ?? '';
  return HOST.test(host) ? `${protocol}://${host}/assets/` : "'none'";
}

/** Strict CSP: our own scripts, no inline style or script, no frames, nothing from elsewhere. */
export function securityMiddleware(config: Config) {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: [ownScripts],
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
}
