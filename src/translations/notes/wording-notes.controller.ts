import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { SignedIn } from '../../core/access/marks';
import { RateLimit } from '../../core/http/rate-limit';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { locale as localeSchema } from '../../core/http/text.schema';
import type { Locale } from '../../core/i18n/locales';
import { kindName } from '../translation.schema';
import {
  newWordingNote,
  toWordingNoteView,
  wordingAnswer,
  wordingNotesView,
  wordingNoteView,
} from './wording-note.schema';
import { WordingNotes } from './wording-notes.service';

const made = z.object({ id: z.guid() });

/** What readers say about the wording of translations. */
@ApiTags('Translations')
@SignedIn()
@Controller('api/v1')
export class WordingNotesController {
  constructor(private readonly notes: WordingNotes) {}

  /** Reports a paragraph as wrongly translated, or proposes a better wording. */
  @Post('texts/:kind/:id/translations/:locale/wording')
  @RateLimit(30, 3600)
  @ApiCreatedResponse({ standardSchema: made })
  async make(
    @CurrentReader() reader: Reader,
    @Param('kind', { schema: kindName }) kind: string,
    @Param('id', { schema: z.guid() }) id: string,
    @Param('locale', { schema: localeSchema }) locale: Locale,
    @Body({ schema: newWordingNote }) input: z.output<typeof newWordingNote>,
  ): Promise<z.infer<typeof made>> {
    return this.notes.make(reader, { kind, id, locale }, input);
  }

  /** What waits for an answer at one translation. For its translators. */
  @Get('texts/:kind/:id/translations/:locale/wording')
  @ApiOkResponse({ standardSchema: wordingNotesView })
  async open(
    @CurrentReader() { actor }: Reader,
    @Param('kind', { schema: kindName }) kind: string,
    @Param('id', { schema: z.guid() }) id: string,
    @Param('locale', { schema: localeSchema }) locale: Locale,
  ): Promise<z.infer<typeof wordingNotesView>> {
    return { notes: (await this.notes.openFor(actor, { kind, id, locale })).map(toWordingNoteView) };
  }

  /** One's own reports and proposals, with the answers. */
  @Get('me/wording')
  @ApiOkResponse({ standardSchema: wordingNotesView })
  async mine(@CurrentReader() { actor }: Reader): Promise<z.infer<typeof wordingNotesView>> {
    return { notes: (await this.notes.mine(actor)).map(toWordingNoteView) };
  }

  /** Accepts or declines, with a word; what is accepted is put into the translation where it still fits. */
  @Put('wording/:id/answer')
  @ApiOkResponse({ standardSchema: wordingNoteView })
  async answer(
    @CurrentReader() { actor }: Reader,
    @Param('id', { schema: z.guid() }) id: string,
    @Body({ schema: wordingAnswer }) input: z.output<typeof wordingAnswer>,
  ): Promise<z.infer<typeof wordingNoteView>> {
    return toWordingNoteView(await this.notes.answer(actor, id, input));
  }
}
