import { Body, Controller, Get, HttpCode, Param, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../../core/access/actor';
import { CurrentActor, SignedIn } from '../../core/access/marks';
import { locale as localeSchema } from '../../core/http/text.schema';
import type { Locale } from '../../core/i18n/locales';
import { kindName } from '../translation.schema';
import { Tasks } from './tasks.service';
import { taskInput, worklistQuery, worklistView, type TaskInput, type WorklistView } from './worklist.schema';
import { Worklist } from './worklist.service';

const query = worklistQuery.required({ language: true }).extend({ language: localeSchema });

/** What there is to translate, and who does it. */
@ApiTags('Translations')
@SignedIn()
@Controller('api/v1')
export class WorklistController {
  constructor(
    private readonly worklist: Worklist,
    private readonly tasks: Tasks,
  ) {}

  /** What there is to do in a language, with what most people wait for first. */
  @Get('translations')
  @ApiOkResponse({ standardSchema: worklistView })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: query }) wanted: z.output<typeof query>,
  ): Promise<WorklistView> {
    return this.worklist.of(actor, wanted);
  }

  /** Gives a translation to somebody, with a day until which it is wanted. */
  @Put('texts/:kind/:id/translations/:locale/task')
  @HttpCode(204)
  @ApiNoContentResponse()
  async give(
    @CurrentActor() actor: Actor,
    @Param('kind', { schema: kindName }) kind: string,
    @Param('id', { schema: z.guid() }) id: string,
    @Param('locale', { schema: localeSchema }) locale: Locale,
    @Body({ schema: taskInput }) task: TaskInput,
  ): Promise<void> {
    await this.tasks.give(actor, { kind, id, locale }, task);
  }
}
