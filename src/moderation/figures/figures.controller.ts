import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Public } from '../../core/access/marks';
import { RateLimit } from '../../core/http/rate-limit';
import { figuresQuery, yearlyFigures, type FiguresQuery } from './figures.schema';
import { ModerationFigures } from './figures.service';

/** Moderation in numbers, for programs. */
@ApiTags('moderation')
@Public()
@Controller('api/v1/moderation/figures')
export class FiguresController {
  constructor(private readonly figures: ModerationFigures) {}

  /** What was reported and decided on the whole hub in one year. */
  @Get()
  @RateLimit(600, 3600)
  @ApiOkResponse({ standardSchema: yearlyFigures })
  of(@Query({ schema: figuresQuery }) { year }: FiguresQuery) {
    return this.figures.of(year);
  }
}
