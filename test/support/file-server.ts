import { createServer, type Server } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';

/** A web server that knows nothing but files, as anybody can rent one. */
export async function serveFolder(folder: string): Promise<{ url: string; close: () => Promise<void> }> {
  const server: Server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(request.url!.split(/[?#]/)[0]!));
    readFile(join(folder, path)).then(
      (bytes) => response.end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Follows every link from a start until nothing is new. @returns pages by path, and what was not there */
export async function walk(
  url: string,
  start: string,
): Promise<{ pages: Map<string, string>; broken: string[] }> {
  const pages = new Map<string, string>();
  const broken: string[] = [];
  const known = new Set([start]);
  for (const path of known) {
    const answer = await fetch(url + path);
    const text = await answer.text();
    if (answer.status !== 200) broken.push(path);
    else if (path.endsWith('.html')) pages.set(path, text);
    if (!path.endsWith('.html')) continue;
    for (const [, link] of text.matchAll(/(?:href|src)="([^"]*)"/g)) {
      const target = new URL(link!.replaceAll('&amp;', '&'), url + path);
      if (target.origin === url) known.add(target.pathname);
    }
  }
  return { pages, broken };
}
