import { Injectable } from '@nestjs/common';
import { Admissions } from '../../accounts/sign-up/admissions.service';
import type { Actor } from '../../core/access/actor';
import type { Locale } from '../../core/i18n/locales';
import { InvitationLinks } from './invitation-links.service';
import type { ArrivalInput } from './invitation.schema';

/** Somebody new comes by an invitation: her mail has proven the address already. */
@Injectable()
export class Arrivals {
  constructor(
    private readonly links: InvitationLinks,
    private readonly admissions: Admissions,
  ) {}

  /**
   * Makes the account and takes the seat. The link is looked at first, so that an old one makes no account;
   * should it be withdrawn between the two steps, the account stays and its owner can ask to join.
   * @throws Refusal when the address has an account: its owner signs in instead
   */
  async arrive(token: string, { name, password }: ArrivalInput, locale: Locale): Promise<Actor> {
    const invitation = await this.links.find(token);
    this.links.assertOpen(invitation);
    const { email, organisationId } = invitation;
    const actor = await this.admissions.signUpInvited({ email, name, password, locale, organisationId });
    await this.links.accept(actor, token);
    return actor;
  }
}
