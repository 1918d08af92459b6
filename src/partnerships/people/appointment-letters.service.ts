import { Injectable } from '@nestjs/common';
import { People } from '../../accounts/people.service';
import { Actor } from '../../core/access/actor';
import { Config } from '../../core/config/config';
import { rendered } from '../../core/database/rendered';
import { withTranslations } from '../../core/database/translation';
import { Language } from '../../core/i18n/language';
import { Letters } from '../../ui/letters.service';
import type { Office } from './appointments.service';
import { FundingNotices } from '../funding/funding-notices.service';
import { PartnershipAccess } from '../partnership.access';
import { partnershipPath } from '../partnership-words';

/** Tells people what they have been appointed to, each in her own language, with the wording of the grant. */
@Injectable()
export class AppointmentLetters {
  constructor(
    private readonly config: Config,
    private readonly people: People,
    private readonly access: PartnershipAccess,
    private readonly notices: FundingNotices,
    private readonly letters: Letters,
  ) {}

  async appointed(partnershipId: string, personId: string, office: Office): Promise<void> {
    const person = await this.people.byId(personId);
    if (!person) return;
    const { locale, email } = person;
    const query = this.access.readable(Actor.system).andWhere('partnership.id = :id', { id: partnershipId });
    const row = await withTranslations(query, 'partnership', [locale]).getOne();
    if (!row) return;
    const { t } = Language.of(locale);
    const name = rendered(row, (each) => each.name, [locale])!.text;
    const notices = await this.notices.of([row.id], [locale]);
    await this.letters.send({
      to: email,
      locale,
      subject: t(`partnerships:mail.${office}.subject`, { name }),
      paragraphs: [t(`partnerships:mail.${office}.words`)],
      action: {
        label: t('partnerships:open'),
        url: `${this.config.baseUrl}/${locale}${partnershipPath(row.slug)}`,
      },
      funding: [...notices.values()],
    });
  }
}
