import { Injectable } from '@nestjs/common';
import type { Entry } from '../core/journal/entry';
import { Later, Now } from '../core/journal/reactions';
import { Sockets } from '../core/realtime/sockets.gateway';
import { InvitationLinks } from './invitations/invitation-links.service';
import { PlatformLetters } from './platform-letters.service';
import type { MemberEntryName } from './platforms.entries';

type Asked = Entry<MemberEntryName | 'invitation.accepted'>;

/** What follows when something happens at a platform. */
@Injectable()
export class PlatformsReactions {
  constructor(
    private readonly sockets: Sockets,
    private readonly links: InvitationLinks,
    private readonly letters: PlatformLetters,
  ) {}

  /** Powers have changed: open sockets are asked again who may what. */
  @Now(
    'invitation.accepted',
    'membership.accepted',
    'membership.left',
    'membership.removed',
    'host.appointed',
    'host.dismissed',
  )
  askAgain({ data }: Asked): void {
    this.sockets.closePerson(data.personId);
  }

  /** The link is made here, so that it stands nowhere but in the mail; another try makes another link. */
  @Later('invitation.opened', 'invitation.renewed')
  async sendInvitation({ subject }: Entry<'invitation.opened' | 'invitation.renewed'>): Promise<void> {
    const token = await this.links.make(subject.id);
    if (token) await this.letters.invitation(subject.id, token);
  }

  /** Those who can decide are told, each in her own language. */
  @Later('membership.asked')
  async tellHosts({ subject }: Entry<'membership.asked'>): Promise<void> {
    await this.letters.asked(subject.id);
  }

  @Later('membership.accepted')
  async tellAccepted({ subject }: Entry<'membership.accepted'>): Promise<void> {
    await this.letters.decided(subject.id, 'member');
  }

  @Later('membership.declined')
  async tellDeclined({ subject }: Entry<'membership.declined'>): Promise<void> {
    await this.letters.decided(subject.id, 'declined');
  }

  @Later('membership.removed')
  async tellRemoved({ subject }: Entry<'membership.removed'>): Promise<void> {
    await this.letters.decided(subject.id, 'removed');
  }
}
