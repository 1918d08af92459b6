import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../core/access/actor';
import { CurrentActor, SignedIn } from '../../core/access/marks';
import { decisionLog, logFilter, type LogFilter } from './log.schema';
import { DecisionLog } from './log.service';

/** The log of decisions, for programs. */
@ApiTags('moderation')
@SignedIn()
@Controller('api/v1/moderation/log')
export class LogController {
  constructor(private readonly log: DecisionLog) {}

  /** Every decision that was taken where you keep order, but for those that concern you. */
  @Get()
  @ApiOkResponse({ standardSchema: decisionLog })
  list(@CurrentActor() actor: Actor, @Query({ schema: logFilter }) filter: LogFilter) {
    return this.log.list(actor, filter);
  }
}
