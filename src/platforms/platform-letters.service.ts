import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Person } from '../accounts/person.entity';
import { Config } from '../core/config/config';
import { Language } from '../core/i18n/language';
import type { Locale } from '../core/i18n/locales';
import { FundingNotices } from '../partnerships/funding/funding-notices.service';
import { Letters } from '../ui/letters.service';
import { Invitation } from './invitations/invitation.entity';
import { Membership } from './members/membership.entity';
import type { Platform } from './platform.entity';
import { StakeholderGroups } from './groups/stakeholder-groups.service';

type Decided = 'member' | 'declined' | 'removed';

/** The mails of a platform. A state that has passed meanwhile is no longer told. */
@Injectable()
export class PlatformLetters {
  constructor(
    private readonly database: DataSource,
    private readonly groups: StakeholderGroups,
    private readonly funding: FundingNotices,
    private readonly letters: Letters,
    private readonly config: Config,
  ) {}

  /** @param token the secret part of the link */
  async invitation(id: string, token: string): Promise<void> {
    const invitation = await this.database.manager.findOne(Invitation, {
      where: { id },
      relations: { platform: true },
    });
    if (!invitation) return;
    const { platform, locale, message, expiresAt, groupId, email } = invitation;
    const language = Language.of(locale);
    const { t } = language;
    const country = language.country(platform.country);
    await this.letters.send({
      to: email,
      locale,
      subject: t('platforms:mail.invitation.subject', { country }),
      paragraphs: [
        t('platforms:mail.invitation.words', { country }),
        t('platforms:mail.invitation.group', { group: await this.groupName(groupId, locale) }),
        ...(await this.from(invitation, language)),
        ...(message ? [t('platforms:mail.invitation.message', { message })] : []),
        t('platforms:mail.invitation.until', { date: language.date(expiresAt) }),
      ],
      action: {
        label: t('platforms:mail.invitation.action'),
        url: this.url(locale, `/invitations/${token}`),
      },
      funding: await this.fundingOf(platform, locale),
    });
  }

  /** To everyone who can decide. A retry may tell somebody twice, which is better than never. */
  async asked(membershipId: string): Promise<void> {
    const membership = await this.membership(membershipId, 'asked');
    if (!membership) return;
    const { platform, person, message, groupId } = membership;
    for (const host of await this.deciders(platform)) {
      const { locale } = host;
      const language = Language.of(locale);
      const { t } = language;
      await this.letters.send({
        to: host.email,
        locale,
        subject: t('platforms:mail.asked.subject', { country: language.country(platform.country) }),
        paragraphs: [
          t('platforms:mail.asked.words', { name: person.name }),
          t('platforms:mail.asked.group', { group: await this.groupName(groupId, locale) }),
          ...(message ? [t('platforms:mail.asked.message', { message })] : []),
        ],
        action: {
          label: t('platforms:mail.asked.action'),
          url: this.url(locale, `/platforms/${platform.slug}/manage`),
        },
        funding: await this.fundingOf(platform, locale),
      });
    }
  }

  /** To the one who was let in, turned down or removed. */
  async decided(membershipId: string, state: Decided): Promise<void> {
    const membership = await this.membership(membershipId, state);
    if (!membership) return;
    const { platform, person, reason } = membership;
    const language = Language.of(person.locale);
    const { t } = language;
    await this.letters.send({
      to: person.email,
      locale: person.locale,
      subject: t(`platforms:mail.${state}.subject`, { country: language.country(platform.country) }),
      paragraphs: [
        t(`platforms:mail.${state}.words`),
        ...(state === 'removed' && reason ? [t('platforms:mail.removed.reason', { reason })] : []),
      ],
      action: {
        label: t('platforms:mail.platform'),
        url: this.url(person.locale, `/platforms/${platform.slug}`),
      },
      funding: await this.fundingOf(platform, person.locale),
    });
  }

  private membership(id: string, state: Decided | 'asked'): Promise<Membership | null> {
    return this.database.manager.findOne(Membership, {
      where: { id, state },
      relations: { platform: true, person: true },
    });
  }

  /** The hosts; while there is none, the organisers of the partnership, or else the administrators. */
  private async deciders({ id, partnershipId }: Platform): Promise<Pick<Person, 'email' | 'locale'>[]> {
    const places = [
      ['host', id],
      ['organiser', partnershipId],
      ['administrator', null],
    ] as const;
    for (const [role, place] of places) {
      if (role === 'organiser' && !place) continue;
      const people: Pick<Person, 'email' | 'locale'>[] = await this.database.query(
        `select person.email, person.locale from grants
         join people person on person.id = grants.person_id
         where grants.role = $1 and grants.place_id is not distinct from $2 order by person.email`,
        [role, place],
      );
      if (people.length > 0) return people;
    }
    return [];
  }

  private async from({ invitedBy }: Invitation, { t }: Language): Promise<string[]> {
    const person = invitedBy ? await this.database.manager.findOneBy(Person, { id: invitedBy }) : null;
    return person ? [t('platforms:mail.invitation.from', { name: person.name })] : [];
  }

  private async groupName(id: string, locale: Locale): Promise<string> {
    return (await this.groups.all([locale])).find((group) => group.id === id)?.name.text ?? '';
  }

  private async fundingOf({ partnershipId }: Platform, locale: Locale) {
    if (!partnershipId) return [];
    return [...(await this.funding.of([partnershipId], [locale])).values()];
  }

  private url(locale: Locale, path: string): string {
    return `${this.config.baseUrl}/${locale}${path}`;
  }
}
