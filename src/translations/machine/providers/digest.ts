import { createHash, randomBytes } from 'node:crypto';

const ALGORITHMS: Record<string, string> = { MD5: 'md5', 'SHA-256': 'sha256' };

interface Request {
  method: string;
  /** Path and query. */
  uri: string;
  user: string;
  password: string;
}

/** The answer to `WWW-Authenticate: Digest …` (RFC 7616, qop=auth or none). `undefined`: not one that we know. */
export function digestAnswer(
  challenge: string,
  { method, uri, user, password }: Request,
): string | undefined {
  if (!/^Digest\s/i.test(challenge)) return undefined;
  const asked = parametersOf(challenge);
  const algorithm = asked.get('algorithm') ?? 'MD5';
  const hashing = ALGORITHMS[algorithm.toUpperCase()];
  const realm = asked.get('realm');
  const nonce = asked.get('nonce');
  if (!hashing || realm === undefined || nonce === undefined) return undefined;
  const hash = (text: string) => createHash(hashing).update(text).digest('hex');
  const options = asked
    .get('qop')
    ?.split(',')
    .map((option) => option.trim());
  if (options && !options.includes('auth')) return undefined;
  const [count, own] = ['00000001', randomBytes(16).toString('hex')];
  const secret = hash(`${user}:${realm}:${password}`);
  const act = hash(`${method}:${uri}`);
  const response = options
    ? hash(`${secret}:${nonce}:${count}:${own}:auth:${act}`)
    : hash(`${secret}:${nonce}:${act}`);
  const opaque = asked.get('opaque');
  const quoted = { username: user, realm, nonce, uri, response, ...(opaque !== undefined && { opaque }) };
  const parts = Object.entries(quoted).map(([name, value]) => `${name}="${value.replace(/["\\]/g, '\\$&')}"`);
  const plain = options ? [`algorithm=${algorithm}`, 'qop=auth', `nc=${count}`, `cnonce="${own}"`] : [];
  return `Digest ${[...parts, ...plain].join(', ')}`;
}

function parametersOf(challenge: string): Map<string, string> {
  const found = challenge.matchAll(/([a-z-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))/gi);
  return new Map(
    [...found].map(([, name, quoted, bare]) => [name!.toLowerCase(), unescaped(quoted) ?? bare!]),
  );
}

const unescaped = (text: string | undefined): string | undefined => text?.replace(/\\(.)/g, '$1');
