import { Injectable } from '@nestjs/common';
import type { Reader } from '../../core/http/reader';
import { NotFound } from '../../core/errors/refusal';
import { Members } from './members.service';
import type { MembersView, MemberView, RequestView } from './membership.schema';
import type { InvitationView } from '../invitations/invitation.schema';
import { PlatformFinder } from '../platform-finder.service';
import { platformPolicy } from '../platform.policy';
import type { PlatformView } from '../platform.schema';
import { Platforms } from '../platforms.service';
import { SeatChoices, type Choices } from './seat-choices.service';
import { SentInvitations } from '../invitations/sent-invitations.service';

export interface Desk {
  platform: PlatformView;
  members: MembersView;
  requests: RequestView[];
  invitations: InvitationView[];
  choices: Choices;
}

/** All that lies on a host's desk. */
@Injectable()
export class ManageDesk {
  constructor(
    private readonly finder: PlatformFinder,
    private readonly platforms: Platforms,
    private readonly members: Members,
    private readonly sent: SentInvitations,
    private readonly choices: SeatChoices,
  ) {}

  /** @throws Forbidden for whoever does not run the platform */
  async of({ actor, language, locales }: Reader, slug: string): Promise<Desk> {
    const row = await this.finder.bySlug(actor, slug);
    platformPolicy.allow(actor, 'manage', row);
    const [platform, members, requests, invitations, choices] = await Promise.all([
      this.platforms.bySlug(actor, slug, locales),
      this.platforms.membersOf(actor, slug, locales),
      this.members.requests(actor, row),
      this.sent.list(actor, row.id),
      this.choices.offered(language, locales, row.country),
    ]);
    return { platform, members, requests, invitations, choices };
  }

  /** One member, for a page about her seat. @throws NotFound */
  async member({ actor, locales }: Reader, slug: string, membershipId: string): Promise<MemberView> {
    platformPolicy.allow(actor, 'manage', await this.finder.bySlug(actor, slug));
    const { groups } = await this.platforms.membersOf(actor, slug, locales);
    const member = groups
      .flatMap((group) => group.members)
      .find((each) => each.membershipId === membershipId);
    if (!member) throw new NotFound();
    return member;
  }
}
