import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../../core/access/actor';
import { CurrentActor, SignedIn } from '../../core/access/marks';
import { slug as slugSchema } from '../../core/http/slug.schema';
import { publication, type Publication } from '../publishing/publishing.schema';
import { Publishing } from '../publishing/publishing.service';

const published = z
  .object({ version: z.int().meta({ description: 'The number of the new version' }) })
  .meta({ id: 'PublishedVersion' });

/** How a comparison goes out to its readers. */
@ApiTags('comparisons')
@ApiBearerAuth()
@SignedIn()
@Controller('api/v1/comparisons/:slug/publications')
export class ReleaseController {
  constructor(private readonly publishing: Publishing) {}

  /** Publishes what was agreed and checked as the next version. */
  @Post()
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: published })
  async publishComparison(
    @CurrentActor() actor: Actor,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body({ schema: publication }) input: Publication,
  ) {
    return { version: await this.publishing.publish(actor, slug, input) };
  }
}
