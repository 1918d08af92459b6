import { z } from 'zod';
import { newPassword, personName } from '../../accounts/person.schema';
import { email, locale } from '../../core/http/text.schema';
import { LOCALES } from '../../core/i18n/locales';
import { seat } from '../members/membership.schema';
import { organisationName } from '../platform.schema';

export const invitationInput = z.strictObject({
  email: email.meta({ description: 'Where the invitation goes' }),
  locale: locale.meta({ description: 'Language of the mail' }),
  ...seat,
});

/** Somebody new takes her seat: the mail has proven the address, name and password are all that is missing. */
export const arrivalInput = z.strictObject({
  name: personName,
  password: newPassword,
});

export const invitationView = z
  .object({
    id: z.guid().meta({ description: 'Id of the invitation' }),
    email: z.string().meta({ description: 'Where it went' }),
    locale: z.enum(LOCALES).meta({ description: 'Language of the mail' }),
    groupId: z.guid().meta({ description: 'Stakeholder group' }),
    organisation: organisationName.nullable().meta({ description: 'Organisation to speak for' }),
    standing: z
      .enum(['open', 'expired', 'accepted', 'declined', 'withdrawn'])
      .meta({ description: 'How it stands today' }),
    createdAt: z.iso.datetime().meta({ description: 'First sent' }),
    expiresAt: z.iso.datetime().meta({ description: 'The link works until then' }),
    can: z
      .object({ renew: z.boolean(), withdraw: z.boolean() })
      .meta({ description: 'What you may do with it' }),
  })
  .meta({ id: 'PlatformInvitation' });

export type InvitationInput = z.output<typeof invitationInput>;
export type ArrivalInput = z.output<typeof arrivalInput>;
export type InvitationView = z.infer<typeof invitationView>;
