import { Injectable } from '@nestjs/common';
import { renderToString } from 'preact-render-to-string';
import { Config } from '../core/config/config';
import { Language } from '../core/i18n/language';
import type { Locale } from '../core/i18n/locales';
import { Mailer } from '../core/mail/mailer.service';
import { Letter, letterText, type LetterWords } from './letter';

export interface NewLetter extends LetterWords {
  /** One e-mail address. */
  to: string;
  /** Language of the one who reads it, never of the one who caused it. */
  locale: Locale;
}

/** Mails of the hub: designed once, as text and HTML. Only `@Later` reactions send them. */
@Injectable()
export class Letters {
  constructor(
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  /** @throws when the mail server does not take it, so that the reaction is tried again. */
  async send({ to, locale, ...words }: NewLetter): Promise<void> {
    const letter = { ...words, language: Language.of(locale), origin: this.config.baseUrl };
    await this.mailer.send({
      to,
      locale,
      subject: words.subject,
      text: letterText(letter),
      html: `<!doctype html>${renderToString(<Letter {...letter} />)}`,
      ...(words.action && { link: words.action.url }),
    });
  }
}
