import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../../core/access/actor';
import { CurrentActor, SignedIn } from '../../core/access/marks';
import { slug as slugSchema } from '../../core/http/slug.schema';
import { ReviewRules } from './review-rules.service';

const rule = z.strictObject({
  separateReview: z.boolean().meta({ description: 'Nobody reviews what she has translated herself' }),
});

/** How translations are reviewed in a partnership, for programs. */
@ApiTags('partnerships')
@SignedIn()
@ApiBearerAuth()
@Controller('api/v1/partnerships/:slug/review-rule')
export class ReviewRulesController {
  constructor(private readonly rules: ReviewRules) {}

  /** Whether somebody else reviews what one has translated; for those who edit the record. */
  @Get()
  @ApiOkResponse({ standardSchema: rule })
  async show(
    @CurrentActor() actor: Actor,
    @Param('slug', { schema: slugSchema }) slug: string,
  ): Promise<z.infer<typeof rule>> {
    return { separateReview: await this.rules.of(actor, slug) };
  }

  /** Decides it; for organisers. */
  @Put()
  @ApiOkResponse({ standardSchema: rule })
  async set(
    @CurrentActor() actor: Actor,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body({ schema: rule }) { separateReview }: z.infer<typeof rule>,
  ): Promise<z.infer<typeof rule>> {
    await this.rules.set(actor, slug, separateReview);
    return { separateReview };
  }
}
