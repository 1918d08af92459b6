import { z } from 'zod';
import { email, locale } from '../../core/http/text.schema';
import {
  gatherReading,
  newPassword,
  personName,
  readingFields,
  readingLocales,
  timeZone,
} from '../person.schema';

const person = { name: personName, email, password: newPassword, locale, timeZone };

export const signUpForm = z
  .strictObject({ ...person, ...readingFields, next: z.string().optional() })
  .transform(gatherReading);

export type SignUp = z.output<typeof signUpForm>;

/** Somebody whose address is known to be hers: an invitation arrived there, or an operator says so. */
export const admission = z.strictObject({
  ...person,
  readingLocales: readingLocales.default([]),
  timeZone: timeZone.optional(),
  organisationId: z.guid().nullable().default(null),
});

export type Admission = z.input<typeof admission>;

/** A new password where there is none yet, see SignUps.again. */
export const confirmForm = z.strictObject({ password: newPassword.optional() });

export const resendForm = z.strictObject({ email });
