import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { SignedIn } from '../../core/access/marks';
import { attempt } from '../../core/http/attempt';
import { freshForm, type FormState } from '../../core/http/form';
import { seeOther } from '../../core/http/page';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { slug as slugSchema } from '../../core/http/slug.schema';
import { EditingFrame, editingPath } from '../editing/editing-frame';
import { reviewRuleForm } from '../editing/editing.schema';
import { partnershipPolicy } from '../partnership.policy';
import { RecordTexts } from './record-texts.service';
import { ReviewRules } from './review-rules.service';
import { TranslationsOverview } from './translations-overview';

/** How far every text of the record is translated, and who reviews that. */
@SignedIn()
@Controller(':locale/partnerships/:slug/edit/translations')
export class TranslationsPages {
  constructor(
    private readonly texts: RecordTexts,
    private readonly rules: ReviewRules,
    private readonly frame: EditingFrame,
  ) {}

  @Get()
  async show(@CurrentReader() reader: Reader, @Param('slug', { schema: slugSchema }) slug: string) {
    return this.page(reader, slug);
  }

  /** Sets whether somebody else reviews what one has translated. */
  @Post('review')
  async review(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body() body: unknown,
  ) {
    const answer = await attempt(reviewRuleForm, body, ({ separateReview }) =>
      this.rules.set(reader.actor, slug, separateReview),
    );
    if (!answer.done) return this.page(reader, slug, answer.form);
    return seeOther(editingPath(slug, 'translations'), 'partnerships:notice.saved');
  }

  private async page(reader: Reader, slug: string, refused?: FormState) {
    const { row, texts } = await this.texts.of(reader.actor, slug);
    const rule = { separateReview: String(await this.rules.of(reader.actor, slug)) };
    const body = (
      <TranslationsOverview
        row={row}
        texts={texts}
        {...(partnershipPolicy.may(reader.actor, 'appoint', row) && { rule: refused ?? freshForm(rule) })}
      />
    );
    return this.frame.page(reader, row, { tab: 'translations', body, ...(refused && { refused }) });
  }
}
