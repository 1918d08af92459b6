import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { SignedIn } from '../../core/access/marks';
import { attempt } from '../../core/http/attempt';
import type { FormState } from '../../core/http/form';
import { seeOther } from '../../core/http/page';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { slug as slugSchema } from '../../core/http/slug.schema';
import { CaseFrame } from '../case/case-frame.service';
import { PracticeEditing } from '../editing/practice-editing.service';
import { PracticePictures } from '../editing/practice-pictures.service';
import { picturesPath } from './case-paths';
import { formPage } from './form-frame';
import { PicturesPage } from './pictures-page';

/** A box per image; their order is that of the page. */
const picturesForm = z
  .record(z.string().regex(/^file_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/), z.literal('true'))
  .transform((boxes) => Object.keys(boxes).map((name) => name.slice('file_'.length)));

/** The images of a case. */
@SignedIn()
@Controller(':locale/practices/:slug/edit/pictures')
export class PracticePicturesPages {
  constructor(
    private readonly editing: PracticeEditing,
    private readonly pictures: PracticePictures,
    private readonly frame: CaseFrame,
  ) {}

  @Get()
  show(@CurrentReader() reader: Reader, @Param('slug', { schema: slugSchema }) slug: string) {
    return this.page(reader, slug);
  }

  @Post()
  async choose(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body() body: unknown,
  ) {
    const answer = await attempt(picturesForm, body, (ids) => this.pictures.choose(reader.actor, slug, ids));
    if (!answer.done) return this.page(reader, slug, answer.form);
    return seeOther(picturesPath(slug), 'practices:notice.saved');
  }

  private async page(reader: Reader, slug: string, refused?: FormState) {
    const draft = await this.editing.draft(reader.actor, slug);
    const choices = await this.pictures.choices(reader, draft.row.id);
    const face = await this.frame.of(reader, { partnership: { id: draft.row.partnershipId } });
    const body = <PicturesPage slug={slug} {...choices} {...(refused && { refused })} />;
    return formPage(reader, draft, body, { at: 'more', face, ...(refused && { refused }) });
  }
}
