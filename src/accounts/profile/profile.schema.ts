import { z } from 'zod';
import { baseRevision, locale } from '../../core/http/text.schema';
import { LOCALES } from '../../core/i18n/locales';
import { gatherReading, personName, readingFields, readingLocales, timeZone } from '../person.schema';

const none = z.literal('').transform(() => null);
const organisationId = z
  .union([none, z.null(), z.guid('errors:field.id')])
  .meta({ description: 'Organisation that the person speaks for' });

const fields = {
  name: personName,
  locale: locale.meta({ description: 'Language of the interface and of mails' }),
  readingLocales: readingLocales.meta({ description: 'Languages to read content in, best first' }),
  originalsOnly: z.boolean().meta({ description: 'Wants no translations' }),
  followsWhenWriting: z.boolean().meta({ description: 'Follows threads that the person writes in' }),
  timeZone,
  organisationId,
};

/** What a program changes: any of it. */
export const profileChanges = z
  .strictObject(fields)
  .partial()
  .extend({ revision: baseRevision.meta({ description: 'The revision that the change is made to' }) });

/** What the form sends: all of it. */
export const profileForm = z
  .strictObject({
    name: fields.name,
    locale: fields.locale,
    originalsOnly: z.literal('true').optional().transform(Boolean),
    followsWhenWriting: z.literal('true').optional().transform(Boolean),
    timeZone,
    organisationId,
    revision: baseRevision,
    ...readingFields,
  })
  .transform(gatherReading);

export const meView = z
  .object({
    id: z.guid(),
    email: z.string().meta({ description: 'Address for signing in and for mails; shown to nobody else' }),
    name: z.string(),
    locale: z.enum(LOCALES).meta({ description: 'Language of the interface and of mails' }),
    readingLocales: z
      .array(z.enum(LOCALES))
      .meta({ description: 'Languages to read content in, best first' }),
    originalsOnly: z.boolean().meta({ description: 'Wants no translations' }),
    followsWhenWriting: z.boolean().meta({ description: 'Follows threads that the person writes in' }),
    timeZone: z.string().meta({ description: 'IANA name' }),
    organisationId: z.guid().nullable().meta({ description: 'Organisation that the person speaks for' }),
    revision: z.number().int().meta({ description: 'Send it back with a change' }),
  })
  .meta({ id: 'Me' });

export type ProfileChanges = z.output<typeof profileChanges>;
export type MeView = z.infer<typeof meView>;
