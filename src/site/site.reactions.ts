import { Injectable } from '@nestjs/common';
import { Config } from '../core/config/config';
import { Language } from '../core/i18n/language';
import type { Entry } from '../core/journal/entry';
import { Later } from '../core/journal/reactions';
import { Letters } from '../ui/letters.service';
import { SUBJECT_WORDS } from './contact';
import { Contact } from './contact.service';

/** What follows what happens on the hub's own pages. */
@Injectable()
export class SiteReactions {
  constructor(
    private readonly config: Config,
    private readonly contact: Contact,
    private readonly letters: Letters,
  ) {}

  /** To the address that the operator has set, otherwise to every administrator. */
  @Later('contact.written')
  async forward({ data }: Entry<'contact.written'>): Promise<void> {
    const message = await this.contact.find(data.messageId);
    if (!message) return;
    const set = this.config.contactEmail;
    const readers = set ? [{ email: set, locale: message.locale }] : await this.contact.administrators();
    for (const { email, locale } of readers) {
      const { t } = Language.of(locale);
      await this.letters.send({
        to: email,
        locale,
        subject: t('site:contact.mail.subject', { subject: t(SUBJECT_WORDS[message.subject]) }),
        paragraphs: [t('site:contact.mail.from', { email: message.email }), ...message.body.split(/\n{2,}/)],
      });
    }
  }
}
