import { Controller, Get, Param } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../core/access/actor';
import { CurrentActor, SignedIn } from '../../../core/access/marks';
import { slug as slugSchema } from '../../../core/http/slug.schema';
import { ComparisonAccess } from '../../comparison.access';
import { boardView } from './board.schema';
import { ComparisonBoard } from './comparison-board.service';

/** How far a comparison has come. */
@ApiTags('comparisons')
@ApiBearerAuth()
@SignedIn()
@Controller('api/v1/comparisons/:slug/board')
export class ComparisonBoardController {
  constructor(
    private readonly board: ComparisonBoard,
    private readonly access: ComparisonAccess,
  ) {}

  /** How far every country has come with every dimension, for those who do the work. */
  @Get()
  @ApiOkResponse({ standardSchema: boardView })
  async show(@CurrentActor() actor: Actor, @Param('slug', { schema: slugSchema }) slug: string) {
    const { id } = await this.access.toWork(actor, slug);
    return this.board.of(id);
  }
}
