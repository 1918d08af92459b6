import type { INestApplicationContext } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Passwords } from '../accounts/passwords/passwords.service';
import { Sessions } from '../accounts/sessions/sessions.service';
import { Actor } from '../core/access/actor';
import { Config } from '../core/config/config';
import { demoPassword } from '../core/config/secrets';
import { Transactions } from '../core/database/transactions';
import { insert } from './rows';

/** As it will be typed: é is one letter on every keyboard. */
const passwordOf = (app: INestApplicationContext): string => demoPassword(app.get(Config)).normalize('NFC');

/** Hashes the one password of the demo accounts, and remembers the hash. */
export async function setPassword(app: INestApplicationContext, tx: EntityManager): Promise<string> {
  const hash = await app.get(Passwords).hash(passwordOf(app));
  await insert(tx, 'demo_password', [{ hash }]);
  return hash;
}

/**
 * Brings the demo accounts to the password that is set now, and signs them out everywhere. Accounts that have
 * chosen a password of their own keep it: nobody gets in with a printed password who could not before.
 * Left to web processes: a worker with a data folder of its own would make up another password.
 */
export async function followPassword(app: INestApplicationContext): Promise<void> {
  if (!app.get(Config).web) return;
  const [kept] = await app.get(DataSource).query<{ hash: string }[]>('select hash from demo_password');
  if (!kept || (await app.get(Passwords).fits(passwordOf(app), kept.hash))) return;
  const hash = await app.get(Passwords).hash(passwordOf(app));
  await app.get(Transactions).run(async (tx) => {
    await tx.query('update demo_password set hash = $1', [hash]);
    const [followers] = await tx.query<[{ id: string }[], number]>(
      'update people set password_hash = $1 where demo and password_hash = $2 returning id',
      [hash, kept.hash],
    );
    for (const { id } of followers) await app.get(Sessions).endAll(tx, Actor.system, id);
  });
}
