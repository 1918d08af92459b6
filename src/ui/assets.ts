import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { static as serveStatic, type RequestHandler } from 'express';
import type { Script } from '../core/http/page';

export const ASSETS_FOLDER = join(__dirname, '../../dist/assets');

/** Where the built scripts and styles are served; names carry a hash and may be kept for ever. */
export type AssetManifest = Record<Script | 'polylog', string>;

export function readManifest(): AssetManifest {
  return JSON.parse(readFileSync(join(ASSETS_FOLDER, 'manifest.json'), 'utf8')) as AssetManifest;
}

/** Built files under /assets. They stand before sessions and everything else: nobody needs to be known for them. */
export function assetsMiddleware(): RequestHandler {
  return serveStatic(ASSETS_FOLDER, {
    immutable: true,
    maxAge: '1y',
    index: false,
    setHeaders: (response) => response.set('X-Content-Type-Options', 'nosniff'),
  });
}
