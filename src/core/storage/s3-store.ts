import { AwsClient } from 'aws4fetch';
import { createReadStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { StorageSettings } from '../config/config';
import { Refusal } from '../errors/refusal';
import { keyOf, ObjectStore } from './object-store';

/** Any store that speaks the protocol of S3: MinIO, Garage, Ceph, or Amazon's own. */
export class S3Store extends ObjectStore {
  private readonly client: AwsClient;

  constructor(private readonly settings: StorageSettings) {
    super();
    const { accessKey: accessKeyId, secretKey: secretAccessKey, region } = settings;
    this.client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 0 });
  }

  async put(sha256: string, path: string): Promise<void> {
    if ((await this.ask('HEAD', sha256)).status === 404) {
      const { size } = await stat(path);
      const headers = { 'content-length': String(size), 'x-amz-content-sha256': sha256 };
      const body = Readable.toWeb(createReadStream(path)) as ReadableStream;
      await this.ask('PUT', sha256, { headers, body, duplex: 'half' } as RequestInit);
    }
    await rm(path, { force: true });
  }

  async get(sha256: string): Promise<Readable | undefined> {
    const { status, body } = await this.ask('GET', sha256);
    return status === 404 || !body ? undefined : Readable.fromWeb(body as never);
  }

  async remove(sha256: string): Promise<void> {
    await this.ask('DELETE', sha256);
  }

  /** @throws Refusal 503 when the store is away or does not want to */
  private async ask(method: string, sha256: string, rest: RequestInit = {}): Promise<Response> {
    const { endpoint, bucket } = this.settings;
    const answer = await this.client
      .fetch(`${endpoint}/${bucket}/${keyOf(sha256)}`, { method, ...rest })
      .catch((error: unknown) => {
        throw new StoreAway(`${method}: ${(error as Error).message}`);
      });
    if (!answer.ok && answer.status !== 404) {
      await answer.body?.cancel();
      throw new StoreAway(`${method}: ${answer.status}`);
    }
    return answer;
  }
}

/** Nobody's fault but ours: what was brought is refused for now, and can be brought again. */
class StoreAway extends Refusal {
  constructor(readonly reason: string) {
    super(503, 'errors:unavailable');
  }
}
