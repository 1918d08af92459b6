import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { SignedIn } from '../../core/access/marks';
import { attempt } from '../../core/http/attempt';
import type { FormState } from '../../core/http/form';
import { seeOther } from '../../core/http/page';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { slug as slugSchema } from '../../core/http/slug.schema';
import { AnsweringFrame } from '../answering/answering-frame.service';
import { publication } from '../publishing/publishing.schema';
import { Publishing } from '../publishing/publishing.service';
import { ReleaseDesks } from './release-desk.service';
import { ReleasePage } from './release-page';

const slugOf = { schema: slugSchema };

/** How a comparison goes out to its readers. */
@SignedIn()
@Controller(':locale/comparisons/:slug/publish')
export class ReleasePages {
  constructor(
    private readonly desks: ReleaseDesks,
    private readonly publishing: Publishing,
    private readonly frame: AnsweringFrame,
  ) {}

  @Get()
  show(@CurrentReader() reader: Reader, @Param('slug', slugOf) slug: string) {
    return this.page(reader, slug);
  }

  @Post()
  async publish(@CurrentReader() reader: Reader, @Param('slug', slugOf) slug: string, @Body() body: unknown) {
    const answer = await attempt(publication, body, (input) =>
      this.publishing.publish(reader.actor, slug, input),
    );
    if (!answer.done) return this.page(reader, slug, answer.form);
    return seeOther(`/comparisons/${slug}`, 'comparisons:notice.published');
  }

  private async page(reader: Reader, slug: string, refused?: FormState) {
    const of = await this.desks.of(reader.actor, slug);
    const body = <ReleasePage of={of} locales={reader.locales} {...(refused && { refused })} />;
    const title = reader.language.t('comparisons:release.title');
    return this.frame.page(reader, { title, slug, body, ...(refused && { refused }) });
  }
}
