import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

const KEY = 'hub';
const SECRET = 'a secret of the store';
const REGION = 'eu-north-1';

/** A small store that speaks as much of the protocol of S3 as the hub does, and believes nobody without a signature. */
export interface StubStore {
  settings: Record<string, string>;
  /** What is kept, by its address. */
  objects: Map<string, Buffer>;
  /** What it was asked, as `PUT /files/ab/…`. */
  asked: string[];
  close(): void;
}

export async function startStore(): Promise<StubStore> {
  const objects = new Map<string, Buffer>();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method, url = '' } = request;
      const body = Buffer.concat(chunks);
      asked.push(`${method} ${url}`);
      if (!isSigned(request) || !isWhole(request, body)) return response.writeHead(403).end();
      if (method === 'PUT') objects.set(url, body);
      if (method === 'DELETE') objects.delete(url);
      const found = objects.get(url);
      if (!found && method !== 'DELETE') return response.writeHead(404).end();
      return response.writeHead(method === 'DELETE' ? 204 : 200).end(method === 'GET' ? found : undefined);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    settings: {
      S3_ENDPOINT: `http://127.0.0.1:${port}`,
      S3_BUCKET: 'files',
      S3_REGION: REGION,
      S3_ACCESS_KEY: KEY,
      S3_SECRET_KEY: SECRET,
    },
    objects,
    asked,
    close: () => server.close(),
  };
}

const keyed = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
const digest = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex');

/** Signature version 4, made again from what has arrived. */
function isSigned({ method, url = '', headers }: IncomingMessage): boolean {
  const scope = /Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request/.exec(headers.authorization ?? '');
  const names = /SignedHeaders=([^,]+)/.exec(headers.authorization ?? '')?.[1]?.split(';') ?? [];
  const given = /Signature=([0-9a-f]{64})/.exec(headers.authorization ?? '')?.[1];
  if (scope?.[1] !== KEY || scope[3] !== REGION || !names.includes('host')) return false;
  const lines = names.map((name) => `${name}:${String(headers[name])}\n`).join('');
  const content = String(headers['x-amz-content-sha256']);
  const request = [method, url, '', lines, names.join(';'), content].join('\n');
  const place = `${scope[2]}/${REGION}/s3/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], place, digest(request)].join('\n');
  const key = [scope[2]!, REGION, 's3', 'aws4_request'].reduce<Buffer>(
    (secret, part) => keyed(secret, part),
    Buffer.from(`AWS4${SECRET}`),
  );
  return keyed(key, text).toString('hex') === given;
}

/** The store of a real provider refuses a body without its length, and one that is not what was signed. */
function isWhole({ method, headers }: IncomingMessage, body: Buffer): boolean {
  if (method !== 'PUT') return true;
  const signed = headers['x-amz-content-sha256'];
  return headers['content-length'] === String(body.length) && signed === digest(body);
}
