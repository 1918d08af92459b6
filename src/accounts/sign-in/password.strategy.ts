import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { Request } from 'express';
import { Strategy } from 'passport-local';
import type { Actor } from '../../core/access/actor';
import { Credentials, WrongCredentials } from './credentials.service';
import type { SignIn } from './sign-in.schema';

/** Signing in with address and password, as a strategy of passport; others can stand beside it. */
@Injectable()
export class PasswordStrategy extends PassportStrategy(Strategy) {
  constructor(private readonly credentials: Credentials) {
    super({ usernameField: 'email' });
  }

  validate(email: string, password: string): Promise<Actor> {
    return this.credentials.check(email, password);
  }

  /**
   * Asks the strategy as passport does, one copy per request. Not by `passport.authenticate`: that would
   * read the body before it was checked, and put another session manager in the place of the core's.
   */
  who(input: SignIn): Promise<Actor> {
    return new Promise((resolve, reject) => {
      const attempt = Object.create(this) as Strategy;
      attempt.success = (user) => resolve(user as Actor);
      attempt.fail = () => reject(new WrongCredentials());
      attempt.error = reject;
      attempt.authenticate({ body: input, query: {} } as Request);
    });
  }
}
