import { lookup } from 'node:dns/promises';
import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';

/** `unasked`: nobody was asked, for the address leads into a network that is not the public one. */
export type Answer = 'there' | 'nowhere' | 'unasked';

interface Manners {
  /** Which network addresses may be asked. */
  mayAsk: (ip: string) => boolean;
  /** How the hub calls itself. */
  agent: string;
  /** Milliseconds until an answer must be there. */
  patience?: number;
}

const PATIENCE = 10_000;
const MOST_REDIRECTIONS = 5;
/** Somebody is there, but shows it to others only, or not so often. */
const GUARDED = new Set([401, 402, 403, 407, 429, 451, 999]);

class Unasked extends Error {}

/** Asks politely whether anything stands at an address: by its head, and by the whole when that is refused. */
export async function ask(address: string, manners: Manners): Promise<Answer> {
  for (const method of ['HEAD', 'GET'])
    try {
      if (isThere(await statusOf(address, method, manners))) return 'there';
    } catch (error) {
      if (error instanceof Unasked) return 'unasked';
    }
  return 'nowhere';
}

const isThere = (status: number): boolean => status < 400 || GUARDED.has(status);

/** @throws Unasked, or Error when nobody answers */
async function statusOf(address: string, method: string, manners: Manners): Promise<number> {
  let url = new URL(address);
  for (let step = 0; step <= MOST_REDIRECTIONS; step += 1) {
    const { statusCode = 500, headers } = await answerOf(url, method, manners);
    const next = headers.location;
    if (statusCode < 300 || statusCode >= 400 || !next || !URL.canParse(next, url)) return statusCode;
    url = new URL(next, url);
  }
  return 508;
}

/** Only the head of the answer is read. Each redirection is as suspect as the first address. */
async function answerOf(url: URL, method: string, manners: Manners): Promise<IncomingMessage> {
  if (!/^https?:$/.test(url.protocol)) throw new Unasked();
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) && !manners.mayAsk(host)) throw new Unasked();
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  const { patience = PATIENCE, agent } = manners;
  return new Promise((resolve, reject) => {
    const asked = request(url, {
      ...{ method, agent: false, signal: AbortSignal.timeout(patience), lookup: within(manners) },
      headers: { 'user-agent': agent, accept: '*/*' },
    });
    asked.on('response', (answer) => {
      answer.destroy();
      resolve(answer);
    });
    asked.on('error', reject);
    asked.end();
  });
}

/** Resolves a name to what may be asked, and connects to that and nothing else: a name may change between two looks. */
const within =
  ({ mayAsk }: Manners): LookupFunction =>
  (host, options, done) => {
    lookup(host, { all: true }).then(
      (found) => {
        const allowed = found.filter(({ address }) => mayAsk(address));
        const [first] = allowed;
        if (!first) done(new Unasked(), '');
        else if (options.all) done(null, allowed);
        else done(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => done(error, ''),
    );
  };
