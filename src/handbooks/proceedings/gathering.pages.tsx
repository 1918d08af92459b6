import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { SignedIn } from '../../core/access/marks';
import { attempt } from '../../core/http/attempt';
import type { FormState } from '../../core/http/form';
import { seeOther } from '../../core/http/page';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { slug as slugSchema } from '../../core/http/slug.schema';
import { HandbookEditing, HandbookEditingFrame } from '../structure/editing-frame.service';
import { editingPath } from '../structure/editing-paths';
import { Gathering } from './gathering';
import { gatheringForm } from './gathering.schema';
import { Proceedings } from './proceedings.service';

/** Making proceedings out of what was said in rooms. */
@SignedIn()
@Controller(':locale/handbooks/:slug/edit/gathering')
export class GatheringPages {
  constructor(
    private readonly proceedings: Proceedings,
    private readonly frame: HandbookEditingFrame,
  ) {}

  @Get()
  show(@CurrentReader() reader: Reader, @Param('slug', { schema: slugSchema }) slug: string) {
    return this.page(reader, slug);
  }

  @Post()
  async gather(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body() body: unknown,
  ) {
    const answer = await attempt(gatheringForm, body, (chosen) =>
      this.proceedings.gather(reader.actor, slug, chosen),
    );
    if (!answer.done) return this.page(reader, slug, answer.form);
    return seeOther(editingPath(slug), 'handbooks:gathering.done', { count: answer.result });
  }

  private async page(reader: Reader, slug: string, refused?: FormState) {
    const { handbook, threads, rooms } = await this.proceedings.offered(reader.actor, slug);
    const { t } = reader.language;
    return this.frame.page(reader, handbook, {
      title: t('handbooks:editing.tabs.gathering'),
      body: (
        <HandbookEditing row={handbook} tab="gathering">
          <Gathering slug={slug} threads={threads} rooms={rooms} state={refused} />
        </HandbookEditing>
      ),
      refused,
    });
  }
}
