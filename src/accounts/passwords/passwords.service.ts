import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { randomSecret } from '../../core/config/config';

/** argon2id with the library's parameters, which follow OWASP (19 MiB, two passes). */
@Injectable()
export class Passwords {
  /** Checked in the place of a missing one, so that both answers take as long. */
  private readonly nobodys = hash(randomSecret());

  hash(password: string): Promise<string> {
    return hash(password);
  }

  /** @param hashed null when there is no such account, or it has no password yet */
  async fits(password: string, hashed: string | null): Promise<boolean> {
    const right = await verify(hashed ?? (await this.nobodys), password);
    return right && hashed !== null;
  }
}
