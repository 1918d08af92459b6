import { Body, Controller, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { SignedIn } from '../../core/access/marks';
import { seeOther, type SeeOther } from '../../core/http/page';
import { parse } from '../../core/http/parse';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { locale as localeSchema } from '../../core/http/text.schema';
import type { Locale } from '../../core/i18n/locales';
import { deskPath } from '../translation-paths';
import { kindName } from '../translation.schema';
import { Tasks } from './tasks.service';
import { taskForm } from './worklist.schema';

const form = taskForm.strip();

/** Giving a translation to somebody. */
@SignedIn()
@Controller(':locale/translations/:kind/:id/:language/task')
export class TasksPages {
  constructor(private readonly tasks: Tasks) {}

  /** Says who translates it, and until when. */
  @Post()
  async give(
    @CurrentReader() { actor }: Reader,
    @Param('kind', { schema: kindName }) kind: string,
    @Param('id', { schema: z.guid() }) id: string,
    @Param('language', { schema: localeSchema }) locale: Locale,
    @Body() body: unknown,
  ): Promise<SeeOther> {
    const of = { kind, id, locale };
    await this.tasks.give(actor, of, parse(form, body));
    return seeOther(deskPath(of), 'translations:notice.given');
  }
}
