import { Controller, Get } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../../core/access/actor';
import { CurrentActor, SignedIn } from '../../core/access/marks';
import { LOCALES } from '../../core/i18n/locales';
import { STATES } from '../practice-facts';
import { PracticeTasks, TASK_KINDS } from './tasks.service';

const taskList = z
  .object({
    items: z.array(
      z.object({
        kind: z.enum(TASK_KINDS).meta({ description: 'What is to be done' }),
        slug: z.string().meta({ description: 'Name of the address of the case' }),
        title: z.string(),
        locale: z.enum(LOCALES).meta({ description: 'Language of the title' }),
        state: z.enum(STATES),
        since: z.iso.datetime().meta({ description: 'Since when it waits' }),
      }),
    ),
  })
  .meta({ id: 'PracticeTasks' });

/** What waits for somebody, for programs. */
@ApiTags('practices')
@ApiBearerAuth()
@SignedIn()
@Controller('api/v1/practice-tasks')
export class PracticeTasksController {
  constructor(private readonly tasks: PracticeTasks) {}

  /** Cases whose next move is yours, those that have waited longest first. */
  @Get()
  @ApiOkResponse({ standardSchema: taskList })
  async list(@CurrentActor() actor: Actor) {
    const items = await this.tasks.of(actor);
    return { items: items.map((task) => ({ ...task, since: task.since.toISOString() })) };
  }
}
