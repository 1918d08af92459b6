import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Public, SignedIn } from '../core/access/marks';
import { CurrentReader, type Reader } from '../core/http/reader';
import { slug as slugSchema } from '../core/http/slug.schema';
import { RecommendationReading } from './recommendation-reading.service';
import {
  newRecommendation,
  recommendationChanges,
  recommendationList,
  recommendationQuery,
  recommendationView,
  replacement,
  withdrawal,
  type NewRecommendation,
  type RecommendationChanges,
  type RecommendationFilters,
  type Replacement,
  type Withdrawal,
} from './recommendation.schema';
import { Recommendations } from './recommendations.service';

const Id = () => Param('id', { schema: z.guid() });
const Slug = () => Param('slug', { schema: slugSchema });

@ApiTags('recommendations')
@Controller('api/v1')
export class RecommendationsController {
  constructor(
    private readonly recommendations: Recommendations,
    private readonly reading: RecommendationReading,
  ) {}

  /** What a comparison recommends; a country also finds what is for all of them. */
  @Get('comparisons/:slug/recommendations')
  @Public()
  @ApiOkResponse({ standardSchema: recommendationList })
  async list(
    @CurrentReader() reader: Reader,
    @Slug() slug: string,
    @Query({ schema: recommendationQuery }) filters: RecommendationFilters,
  ) {
    return this.reading.list(reader, (await this.reading.comparison(reader, slug)).row, filters);
  }

  /** Begins a recommendation as a draft. */
  @Post('comparisons/:slug/recommendations')
  @SignedIn()
  @ApiCreatedResponse({ standardSchema: recommendationView })
  async add(
    @CurrentReader() reader: Reader,
    @Slug() slug: string,
    @Body({ schema: newRecommendation }) input: NewRecommendation,
  ) {
    return this.view(reader, await this.recommendations.add(reader.actor, slug, input));
  }

  /** One recommendation. */
  @Get('recommendations/:id')
  @Public()
  @ApiOkResponse({ standardSchema: recommendationView })
  one(@CurrentReader() reader: Reader, @Id() id: string) {
    return this.view(reader, id);
  }

  /** Changes it; 409 when somebody saved first. */
  @Patch('recommendations/:id')
  @SignedIn()
  @ApiOkResponse({ standardSchema: recommendationView })
  async edit(
    @CurrentReader() reader: Reader,
    @Id() id: string,
    @Body({ schema: recommendationChanges }) input: RecommendationChanges,
  ) {
    await this.recommendations.edit(reader.actor, id, input);
    return this.view(reader, id);
  }

  /** Removes a draft. */
  @Delete('recommendations/:id')
  @SignedIn()
  @HttpCode(204)
  @ApiNoContentResponse()
  async remove(@CurrentReader() { actor }: Reader, @Id() id: string) {
    await this.recommendations.remove(actor, id);
  }

  /** Publishes a draft that rests on something. */
  @Put('recommendations/:id/publication')
  @SignedIn()
  @ApiOkResponse({ standardSchema: recommendationView })
  async publish(@CurrentReader() reader: Reader, @Id() id: string) {
    await this.recommendations.publish(reader.actor, id);
    return this.view(reader, id);
  }

  /** Withdraws it, with the reason. */
  @Put('recommendations/:id/withdrawal')
  @SignedIn()
  @ApiOkResponse({ standardSchema: recommendationView })
  async withdraw(
    @CurrentReader() reader: Reader,
    @Id() id: string,
    @Body({ schema: withdrawal }) input: Withdrawal,
  ) {
    await this.recommendations.withdraw(reader.actor, id, input);
    return this.view(reader, id);
  }

  /** Puts another one in its place. */
  @Put('recommendations/:id/replacement')
  @SignedIn()
  @ApiOkResponse({ standardSchema: recommendationView })
  async replace(
    @CurrentReader() reader: Reader,
    @Id() id: string,
    @Body({ schema: replacement }) input: Replacement,
  ) {
    await this.recommendations.replace(reader.actor, id, input);
    return this.view(reader, id);
  }

  private async view(reader: Reader, id: string) {
    return (await this.reading.one(reader, id)).view;
  }
}
