import { Injectable } from '@nestjs/common';
import { People } from '../../accounts/people.service';
import { Config } from '../../core/config/config';
import { Language } from '../../core/i18n/language';
import type { Entry, Fact } from '../../core/journal/entry';
import { Later, Now } from '../../core/journal/reactions';
import { Sockets } from '../../core/realtime/sockets.gateway';
import { Letters } from '../../ui/letters.service';

/** What follows when translators are appointed or removed. */
@Injectable()
export class TranslatorsReactions {
  constructor(
    private readonly config: Config,
    private readonly people: People,
    private readonly sockets: Sockets,
    private readonly letters: Letters,
  ) {}

  /** Powers have changed: open sockets are asked again who may what. */
  @Now('translator.appointed', 'translator.removed')
  askAgain({ subject }: Fact): void {
    this.sockets.closePerson(subject.id);
  }

  @Later('translator.appointed')
  async tell({ subject, data }: Entry<'translator.appointed'>): Promise<void> {
    const person = await this.people.byId(subject.id);
    if (!person) return;
    const { locale, email } = person;
    const language = Language.of(locale);
    const { t } = language;
    await this.letters.send({
      to: email,
      locale,
      subject: t('translations:mail.subject', { language: language.languageName(data.locale) }),
      paragraphs: [t('translations:mail.words')],
      action: {
        label: t('translations:mail.open'),
        url: `${this.config.baseUrl}/${locale}/translations?language=${data.locale}`,
      },
    });
  }
}
