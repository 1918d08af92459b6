import { Body, Controller, HttpCode, Param, Patch, Post } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { Actor } from '../../core/access/actor';
import { CurrentActor, SignedIn } from '../../core/access/marks';
import { slug as slugSchema } from '../../core/http/slug.schema';
import {
  handbookChanges,
  made,
  newHandbook,
  saved,
  type HandbookChanges,
  type NewHandbook,
} from './handbook.schema';
import { Handbooks } from './handbooks.service';

@ApiTags('handbooks')
@SignedIn()
@ApiBearerAuth()
@Controller('api/v1/handbooks')
export class HandbooksController {
  constructor(private readonly handbooks: Handbooks) {}

  /** Opens a handbook of a partnership that you edit; a draft without chapters. */
  @Post()
  @ApiCreatedResponse({ standardSchema: made })
  create(@CurrentActor() actor: Actor, @Body({ schema: newHandbook }) input: NewHandbook) {
    return this.handbooks.create(actor, input);
  }

  /** Changes what it says of itself, in its own language; 409 when somebody saved first. */
  @Patch(':slug')
  @ApiOkResponse({ standardSchema: saved })
  async edit(
    @CurrentActor() actor: Actor,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body({ schema: handbookChanges }) changes: HandbookChanges,
  ) {
    return { revision: await this.handbooks.edit(actor, slug, changes) };
  }

  /** Lets whoever reads the partnership read its published chapters. */
  @Post(':slug/publish')
  @HttpCode(204)
  @ApiNoContentResponse()
  async publish(@CurrentActor() actor: Actor, @Param('slug', { schema: slugSchema }) slug: string) {
    await this.handbooks.publish(actor, slug);
  }

  /** Makes it a draft again, which only those read who write it. */
  @Post(':slug/unpublish')
  @HttpCode(204)
  @ApiNoContentResponse()
  async unpublish(@CurrentActor() actor: Actor, @Param('slug', { schema: slugSchema }) slug: string) {
    await this.handbooks.unpublish(actor, slug);
  }
}
