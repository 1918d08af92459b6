import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { Config } from '../../core/config/config';
import { Refusal } from '../../core/errors/refusal';
import { Actors } from '../actors.service';
import { Passwords } from '../passwords/passwords.service';
import { SignInAttempts } from './sign-in-attempts';

interface Known {
  id: string;
  passwordHash: string | null;
  confirmed: boolean;
}

/** Tells whether somebody is who she says. */
@Injectable()
export class Credentials {
  constructor(
    private readonly database: DataSource,
    private readonly passwords: Passwords,
    private readonly actors: Actors,
    private readonly attempts: SignInAttempts,
    private readonly config: Config,
  ) {}

  /**
   * The same answer after the same time for a wrong password and an unknown address. The accounts of the
   * demonstration, whose password everybody knows, open nothing once it is over.
   * @throws Refusal 401 wrong, 403 not confirmed (only to who knows the password), 429 too many tries
   */
  async check(email: string, password: string): Promise<Actor> {
    this.attempts.begin(email);
    const [known] = await this.database.query<Known[]>(
      `select id, password_hash as "passwordHash", confirmed_at is not null as confirmed
       from people where email = $1 and (not demo or $2)`,
      [email, this.config.demo],
    );
    const right = await this.passwords.fits(password, known?.passwordHash ?? null);
    const actor = right ? await this.actors.ofPerson(known!.id) : undefined;
    if (!actor) throw new WrongCredentials();
    this.attempts.forget(email);
    if (!known!.confirmed) throw new Refusal(403, 'accounts:refusal.unconfirmed');
    return actor;
  }
}

export class WrongCredentials extends Refusal {
  constructor() {
    super(401, 'accounts:refusal.wrong_credentials');
  }
}
