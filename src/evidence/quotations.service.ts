import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Invalid } from '../core/errors/refusal';
import { LOCALES } from '../core/i18n/locales';
import type { Text } from '../core/texts/text-kind';
import type { Ground } from './grounds.service';
import { GroundsInWords } from './grounds-in-words.service';
import { assertWords, isQuoted } from './quotation';

/** Whether what is quoted was said. */
@Injectable()
export class Quotations {
  constructor(private readonly inWords: GroundsInWords) {}

  /**
   * In the language in which it was said: a translation may change, and is not what somebody said. Sources and files are
   * quoted by hand, for nobody here knows what they say.
   * @throws Invalid at `quote`
   */
  async assertStands(tx: EntityManager, { text }: Ground, quote: string): Promise<void> {
    assertWords(quote);
    if (!text || isQuoted(quote, text.strings)) return;
    const key = (await this.isTranslated(tx, text, quote)) ? 'quote_translation' : 'quote_absent';
    throw Invalid.field('quote', `evidence:problem.${key}`);
  }

  private async isTranslated(tx: EntityManager, text: Text, quote: string): Promise<boolean> {
    const translations = await this.inWords.read(tx, text.kind, [text.id], LOCALES);
    return translations.some(({ strings }) => isQuoted(quote, strings));
  }
}
