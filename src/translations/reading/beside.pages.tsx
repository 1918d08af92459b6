import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { Public, SignedIn } from '../../core/access/marks';
import { attempt } from '../../core/http/attempt';
import type { FormState } from '../../core/http/form';
import { page, seeOther, type Page, type SeeOther } from '../../core/http/page';
import { RateLimit } from '../../core/http/rate-limit';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { locale as localeSchema } from '../../core/http/text.schema';
import { newWordingNoteForm } from '../notes/wording-note.schema';
import { WordingNotes } from '../notes/wording-notes.service';
import { TextFrame } from '../text-frame';
import { besidePath } from '../translation-paths';
import { kindName } from '../translation.schema';
import { BesidePage } from './beside';
import { Beside } from './beside.service';

const besideQuery = z.object({ language: localeSchema.optional().catch(undefined) });

/** Reading a text in two languages, and saying what is wrong with the translation. */
@Public()
@Controller(':locale/texts/:kind/:id')
export class BesidePages {
  constructor(
    private readonly beside: Beside,
    private readonly notes: WordingNotes,
    private readonly frame: TextFrame,
  ) {}

  /** Original and translation, paragraph by paragraph. */
  @Get()
  async show(
    @CurrentReader() reader: Reader,
    @Param('kind', { schema: kindName }) kind: string,
    @Param('id', { schema: z.guid() }) id: string,
    @Query({ schema: besideQuery }) { language }: z.output<typeof besideQuery>,
  ): Promise<Page> {
    return this.page(reader, kind, id, language);
  }

  /** Reports a paragraph as wrongly translated, or proposes a better wording. */
  @Post('wording')
  @SignedIn()
  @RateLimit(30, 3600)
  async note(
    @CurrentReader() reader: Reader,
    @Param('kind', { schema: kindName }) kind: string,
    @Param('id', { schema: z.guid() }) id: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const answer = await attempt(newWordingNoteForm, body, async ({ language: locale, ...input }) => {
      await this.notes.make(reader, { kind, id, locale }, input);
      return locale;
    });
    if (answer.done) return seeOther(besidePath(kind, id, answer.result), 'translations:notice.noted');
    const language = localeSchema.safeParse(answer.form.values['language']).data;
    return this.page(reader, kind, id, language, answer.form);
  }

  private async page(reader: Reader, kind: string, id: string, language?: string, refused?: FormState) {
    const view = await this.beside.of(reader, kind, id, language);
    const frame = await this.frame.of(reader, view.text);
    return page({
      ...frame,
      title: reader.language.t('translations:beside.window', { title: view.text.title }),
      body: <BesidePage {...view} {...(refused && { refused })} />,
      hidden: true,
      ...(refused?.refusal && { status: refused.refusal.status }),
    });
  }
}
