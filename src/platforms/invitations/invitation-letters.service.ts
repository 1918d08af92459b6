import { Injectable } from '@nestjs/common';
import { People } from '../../accounts/people.service';
import { SHORTEST_PASSWORD } from '../../accounts/person.schema';
import type { Actor } from '../../core/access/actor';
import { rendered, type RenderedText } from '../../core/database/rendered';
import type { Reader } from '../../core/http/reader';
import type { Locale } from '../../core/i18n/locales';
import { Organisations, type OrganisationName } from '../../directory/organisations.service';
import { standingOf, type Invitation, type InvitationStanding } from './invitation.entity';
import { InvitationLinks, meant } from './invitation-links.service';
import { StakeholderGroups } from '../groups/stakeholder-groups.service';

/** What an invitation says to the one who holds its link. */
export interface InvitationLetter {
  slug: string;
  country: string;
  partnershipId: string | null;
  purpose: RenderedText | null;
  group: RenderedText | undefined;
  organisation: OrganisationName | undefined;
  invitedBy: string | undefined;
  message: string | null;
  /** Language of the message. */
  locale: Locale;
  email: string;
  standing: InvitationStanding;
  expiresAt: Date;
  /** Somebody can sign in with the invited address. */
  hasAccount: boolean;
  /** The one who reads is signed in with the invited address. */
  fits: boolean;
  shortestPassword: number;
}

/** Opens invitations by the secret of their link. */
@Injectable()
export class InvitationLetters {
  constructor(
    private readonly links: InvitationLinks,
    private readonly people: People,
    private readonly groups: StakeholderGroups,
    private readonly organisations: Organisations,
  ) {}

  /** @throws NotFound */
  async read({ actor, locales }: Reader, token: string): Promise<InvitationLetter> {
    const invitation = await this.links.find(token);
    const { platform, groupId, organisationId, invitedBy, email } = invitation;
    const [groups, organisations, names, account] = await Promise.all([
      this.groups.all(locales),
      this.organisations.byIds(organisationId ? [organisationId] : []),
      this.people.named(invitedBy ? [invitedBy] : []),
      this.people.byEmail(email),
    ]);
    return {
      ...facts(invitation, actor),
      purpose: rendered(platform, ({ purpose }) => purpose, locales),
      group: groups.find(({ id }) => id === groupId)?.name,
      organisation: organisations.get(organisationId ?? ''),
      invitedBy: names.get(invitedBy ?? '')?.name,
      hasAccount: Boolean(account?.confirmedAt),
    };
  }
}

function facts(invitation: Invitation, actor: Actor) {
  const { platform, message, locale, email, expiresAt } = invitation;
  const { slug, country, partnershipId } = platform;
  return {
    ...{ slug, country, partnershipId, message, locale, email, expiresAt },
    standing: standingOf(invitation),
    fits: actor.person !== null && meant(invitation, actor.person.email),
    shortestPassword: SHORTEST_PASSWORD,
  };
}
