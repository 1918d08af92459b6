import { z } from 'zod';
import { prose } from '../../core/http/text.schema';
import { groupCountView } from '../groups/balance.schema';
import type { OrganisationName } from '../../directory/organisations.service';
import { organisationName } from '../platform.schema';

const optionalId = z
  .union([z.literal('').transform(() => null), z.null(), z.guid('errors:field.choice')])
  .optional()
  .transform((id) => id ?? null);

const optionalMessage = z
  .union([z.literal(''), z.null(), prose(2000)])
  .optional()
  .transform((value) => value || null);

/** Where somebody sits and for whom: the same for who asks and for who is invited. */
export const seat = {
  groupId: z.guid('errors:field.choice').meta({ description: 'Stakeholder group to sit in' }),
  organisationId: optionalId.meta({ description: 'Organisation to speak for' }),
  message: optionalMessage.meta({ description: 'A few words with it' }),
};

export const joinInput = z.strictObject(seat);

export const removalInput = z.strictObject({
  reason: prose(1000).meta({ description: 'Told to the person by mail' }),
});

export const noInput = z.strictObject({});

export const memberView = z
  .object({
    membershipId: z.guid().meta({ description: 'Id of the seat' }),
    personId: z.guid().meta({ description: 'Id of the person' }),
    name: z.string().meta({ description: 'Name of the person' }),
    organisation: organisationName.nullable().meta({ description: 'For whom she speaks' }),
    host: z.boolean().meta({ description: 'Looks after the platform' }),
    email: z.string().nullable().meta({ description: 'Only for those who run the platform' }),
    since: z.iso.datetime().meta({ description: 'Member since' }),
  })
  .meta({ id: 'PlatformMember' });

/** Somebody who asked to join: for the host's page only. */
export interface RequestView {
  membershipId: string;
  name: string;
  email: string;
  groupId: string;
  organisation: OrganisationName | null;
  message: string | null;
  askedAt: string;
}

export const memberGroupView = groupCountView
  .extend({
    organisations: z
      .array(organisationName)
      .meta({ description: 'Organisations with a member in this group' }),
    members: z.array(memberView).meta({ description: 'Names, for people with an account; otherwise empty' }),
  })
  .meta({ id: 'PlatformMemberGroup' });

export const membersView = z
  .object({
    total: z.number().int().meta({ description: 'How many people sit at the table' }),
    groups: z.array(memberGroupView).meta({ description: 'The largest group first' }),
  })
  .meta({ id: 'PlatformMembers' });

export const membershipAnswer = z.object({
  state: z.enum(['asked', 'left']).meta({ description: 'Where you stand with the platform now' }),
});

export type JoinInput = z.output<typeof joinInput>;
export type RemovalInput = z.output<typeof removalInput>;
export type MemberView = z.infer<typeof memberView>;
export type MembersView = z.infer<typeof membersView>;
