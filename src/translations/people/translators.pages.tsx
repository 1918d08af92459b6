import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { SignedIn } from '../../core/access/marks';
import { attempt } from '../../core/http/attempt';
import type { FormState } from '../../core/http/form';
import { page, seeOther, type Page, type SeeOther } from '../../core/http/page';
import { RateLimit } from '../../core/http/rate-limit';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { locale as localeSchema } from '../../core/http/text.schema';
import type { Locale } from '../../core/i18n/locales';
import { TRANSLATORS } from '../translation-paths';
import { translatorPolicy } from './translator.policy';
import { newTranslator } from './translator.schema';
import { TranslatorsPage } from './translators';
import { Translators } from './translators.service';

/** Who translates into which language; organisers and administrators appoint. */
@SignedIn()
@Controller(':locale/translations/people')
export class TranslatorsPages {
  constructor(private readonly translators: Translators) {}

  @Get()
  async show(@CurrentReader() reader: Reader): Promise<Page> {
    return this.page(reader);
  }

  /** Limited, since it tells whether an address has an account. */
  @Post()
  @RateLimit(30, 3600)
  async appoint(@CurrentReader() reader: Reader, @Body() body: unknown): Promise<Page | SeeOther> {
    const answer = await attempt(newTranslator, body, (input) =>
      this.translators.appoint(reader.actor, input),
    );
    if (!answer.done) return this.page(reader, answer.form);
    return seeOther(TRANSLATORS, 'translations:notice.appointed');
  }

  @Post(':person/:language/remove')
  async dismiss(
    @CurrentReader() { actor }: Reader,
    @Param('person', { schema: z.guid() }) personId: string,
    @Param('language', { schema: localeSchema }) locale: Locale,
  ): Promise<SeeOther> {
    await this.translators.dismiss(actor, personId, locale);
    return seeOther(TRANSLATORS, 'translations:notice.dismissed');
  }

  private async page({ actor, language }: Reader, refused?: FormState): Promise<Page> {
    const translators = await this.translators.list(actor);
    const { t } = language;
    return page({
      title: t('translations:people.title'),
      crumbs: [{ label: t('translations:worklist.title'), path: '/translations' }],
      body: (
        <TranslatorsPage
          translators={translators}
          mayAppoint={translatorPolicy.may(actor, 'appoint', undefined)}
          {...(refused && { refused })}
        />
      ),
      hidden: true,
      ...(refused?.refusal && { status: refused.refusal.status }),
    });
  }
}
