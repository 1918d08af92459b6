import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../../core/access/actor';
import { CurrentActor, SignedIn } from '../../core/access/marks';
import { RateLimit } from '../../core/http/rate-limit';
import { assignedCase, newNote, queueFilter } from './case.schema';
import type { AssignedCase, NewNote, QueueFilter } from './case.schema';
import { CaseReading } from './case-reading.service';
import { summaryOf, wholeCase } from './case-view';
import { caseList, caseView, type CaseList, type CaseView } from './case-view.schema';
import { Cases } from './cases.service';
import { Queues } from './queue.service';

const id = z.guid();

/** Cases, for programs: what waits, and who is at it. */
@ApiTags('moderation')
@SignedIn()
@Controller('api/v1/moderation/cases')
export class CasesController {
  constructor(
    private readonly queues: Queues,
    private readonly reading: CaseReading,
    private readonly cases: Cases,
  ) {}

  /** What was reported where you keep order, by state: those that nobody has taken on if you name none. */
  @Get()
  @ApiOkResponse({ standardSchema: caseList })
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: queueFilter }) filter: QueueFilter,
  ): Promise<CaseList> {
    const { cases, counts, pages } = await this.queues.list(actor, filter);
    return { cases: cases.map(summaryOf), counts, pages };
  }

  /** A case with all that has gathered in it. */
  @Get(':id')
  @ApiOkResponse({ standardSchema: caseView })
  view(@CurrentActor() actor: Actor, @Param('id', { schema: id }) caseId: string): Promise<CaseView> {
    return this.whole(actor, caseId);
  }

  /** Gives it to somebody who keeps order there; to yourself, it is taken on. */
  @Put(':id/assignee')
  @RateLimit(300, 3600)
  @ApiOkResponse({ standardSchema: caseView })
  async assign(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) caseId: string,
    @Body({ schema: assignedCase }) input: AssignedCase,
  ): Promise<CaseView> {
    if (actor.is(input.personId)) await this.cases.take(actor, caseId, { revision: input.revision });
    else await this.cases.assign(actor, caseId, input);
    return this.whole(actor, caseId);
  }

  /** Adds a note for the others who keep order. */
  @Post(':id/notes')
  @RateLimit(300, 3600)
  @ApiCreatedResponse({ standardSchema: caseView })
  async note(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) caseId: string,
    @Body({ schema: newNote }) input: NewNote,
  ): Promise<CaseView> {
    await this.cases.note(actor, caseId, input);
    return this.whole(actor, caseId);
  }

  private async whole(actor: Actor, caseId: string): Promise<CaseView> {
    return wholeCase(await this.reading.open({ actor }, caseId));
  }
}
