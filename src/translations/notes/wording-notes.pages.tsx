import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { SignedIn } from '../../core/access/marks';
import { page, seeOther, type Page, type SeeOther } from '../../core/http/page';
import { parse } from '../../core/http/parse';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { deskPath } from '../translation-paths';
import { wordingAnswer } from './wording-note.schema';
import { WordingNotes } from './wording-notes.service';
import { OwnWordings } from './wordings';

const answerForm = wordingAnswer.omit({}).strip();

/** Reports and proposals: what became of one's own, and the answers of translators. */
@SignedIn()
@Controller(':locale/wording')
export class WordingNotesPages {
  constructor(private readonly notes: WordingNotes) {}

  /** One's own reports and proposals, with the answers. */
  @Get()
  async mine(@CurrentReader() { actor, language }: Reader): Promise<Page> {
    const notes = await this.notes.mine(actor);
    const title = language.t('translations:wording.own');
    return page({ title, body: <OwnWordings notes={notes} />, hidden: true });
  }

  /** Accepts or declines one, with a word for who made it. */
  @Post(':id')
  async answer(
    @CurrentReader() { actor }: Reader,
    @Param('id', { schema: z.guid() }) id: string,
    @Body() body: unknown,
  ): Promise<SeeOther> {
    const { kind, ownerId, locale, state } = await this.notes.answer(actor, id, parse(answerForm, body));
    const of = { kind, id: ownerId, locale };
    return seeOther(deskPath(of), `translations:notice.${state === 'accepted' ? 'accepted' : 'declined'}`);
  }
}
