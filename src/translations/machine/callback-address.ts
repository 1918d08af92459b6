import { Injectable } from '@nestjs/common';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { Config } from '../../core/config/config';
import { sessionSecret } from '../../core/config/secrets';
import type { ReturnAddress } from './providers/provider';

const ID = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([\w-]{43})$/;

/** Where a provider calls back: an address that only it has been told, since it brings no other proof. */
@Injectable()
export class CallbackAddress {
  constructor(private readonly config: Config) {}

  of(requestId: string): ReturnAddress {
    const url = `${this.config.baseUrl}/callbacks/machine-translation/${requestId}.${this.proof(requestId)}`;
    return { url, reference: requestId };
  }

  /** The request that somebody calls about, if it was told this address. */
  requestOf(ticket: string): string | undefined {
    const [, id, proof] = ID.exec(ticket) ?? [];
    if (!id || !proof) return undefined;
    return timingSafeEqual(Buffer.from(proof), Buffer.from(this.proof(id))) ? id : undefined;
  }

  private proof(id: string): string {
    return createHmac('sha256', sessionSecret(this.config)).update(`machine ${id}`).digest('base64url');
  }
}
