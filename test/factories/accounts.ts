import { Admissions } from '../../src/accounts/sign-up/admissions.service';
import type { TestClient } from '../support/client';
import type { TestHub } from '../support/hub';
import type { TestPerson } from './people';

export const PASSWORD = 'correct horse battery staple';

let made = 0;

/** Somebody with a confirmed address and a password. */
export async function anAccount(
  hub: TestHub,
  options: { email?: string; locale?: 'sv' | 'sl' | 'it' | 'en'; name?: string } = {},
): Promise<TestPerson> {
  made += 1;
  const email = options.email ?? `account-${made}@example.org`;
  const name = options.name ?? `Account ${made}`;
  const { person } = await hub.app
    .get(Admissions)
    .signUpInvited({ email, name, password: PASSWORD, locale: options.locale ?? 'en' });
  return { id: person!.id, email, name };
}

/** Through the sign-in page, as a browser does. */
export const signIn = (client: TestClient, { email }: TestPerson, password = PASSWORD) =>
  client.submit('/en/sign-in', { email, password });

/** All that the sign-up page asks for. */
export const signUpFields = (email: string, changes: Record<string, string> = {}) => ({
  name: 'Ana Novak',
  email,
  password: PASSWORD,
  locale: 'sl',
  timeZone: 'Europe/Ljubljana',
  reading_1: 'sl',
  reading_2: 'it',
  reading_3: '',
  reading_4: '',
  ...changes,
});
