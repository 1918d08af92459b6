import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiTags,
} from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../../core/access/actor';
import { CurrentActor, Public, SignedIn } from '../../core/access/marks';
import { RateLimit } from '../../core/http/rate-limit';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { kindName } from '../../translations/translation.schema';
import { Evidence } from '../evidence.service';
import { Citing } from './citing.service';
import { citedView, newEvidence, statementEvidence, type NewEvidence } from './citing.schema';

/** What statements rest on, for programs. */
@ApiTags('evidence')
@Controller('api/v1/evidence')
export class EvidenceController {
  constructor(
    private readonly citing: Citing,
    private readonly evidence: Evidence,
  ) {}

  /** What a statement rests on: what the reader may not see is counted and not named. */
  @Public()
  @Get(':kind/:id')
  @ApiOkResponse({ standardSchema: statementEvidence })
  async list(
    @CurrentReader() { actor, locales }: Reader,
    @Param('kind', { schema: kindName }) kind: string,
    @Param('id', { schema: z.guid() }) id: string,
  ) {
    await this.citing.statement(actor, { kind, id });
    const [evidence, standing] = await Promise.all([
      this.evidence.of(actor, kind, [id], locales),
      this.evidence.standingOf([id]),
    ]);
    return { standing: standing.get(id), evidence: evidence.get(id) ?? [] };
  }

  /** Says what a statement rests on: something on this hub, or a new source. */
  @SignedIn()
  @ApiBearerAuth()
  @RateLimit(300, 3600)
  @Post(':kind/:id')
  @ApiCreatedResponse({ standardSchema: citedView })
  async cite(
    @CurrentActor() actor: Actor,
    @Param('kind', { schema: kindName }) kind: string,
    @Param('id', { schema: z.guid() }) id: string,
    @Body({ schema: newEvidence }) input: NewEvidence,
  ) {
    return { id: await this.citing.cite(actor, { kind, id }, input) };
  }

  /** Says that a statement still holds as its ground stands now. */
  @SignedIn()
  @ApiBearerAuth()
  @HttpCode(204)
  @Put('links/:id/confirmation')
  @ApiNoContentResponse()
  async confirm(@CurrentActor() actor: Actor, @Param('id', { schema: z.guid() }) id: string) {
    await this.citing.confirm(actor, id);
  }

  /** Says that a statement does not rest on this any more. */
  @SignedIn()
  @ApiBearerAuth()
  @HttpCode(204)
  @Delete('links/:id')
  @ApiNoContentResponse()
  async drop(@CurrentActor() actor: Actor, @Param('id', { schema: z.guid() }) id: string) {
    await this.citing.drop(actor, id);
  }
}
