import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../../../core/access/actor';
import { CurrentActor, SignedIn } from '../../../core/access/marks';
import { CurrentReader, type Reader } from '../../../core/http/reader';
import { slug as slugSchema } from '../../../core/http/slug.schema';
import { countryInPath } from '../countries/country.schema';
import { discussionList, newDiscussion, type NewDiscussion, openedDiscussion } from './discussing.schema';
import { QuestionDiscussions } from './question-discussions.service';

const code = z.string().regex(/^[\w.-]{1,20}$/);

/** Where platforms talk about what they are asked. */
@ApiTags('comparisons')
@ApiBearerAuth()
@SignedIn()
@Controller('api/v1/comparisons/:slug/discussions/:country')
export class QuestionDiscussionsController {
  constructor(private readonly discussions: QuestionDiscussions) {}

  /** All questions to a country, with the threads that its platform has opened. */
  @Get()
  @ApiOkResponse({ standardSchema: discussionList })
  async list(
    @CurrentReader() { actor, locales }: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('country', { schema: countryInPath }) country: string,
  ) {
    const { questions } = await this.discussions.of(actor, { slug, country }, locales);
    return {
      items: questions.map(({ code: question, words, threadId }) => ({ question, words, thread: threadId })),
    };
  }

  /** Opens the one thread about a question in a room of the platform. */
  @Post(':code')
  @ApiCreatedResponse({ standardSchema: openedDiscussion })
  async open(
    @CurrentActor() actor: Actor,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('country', { schema: countryInPath }) country: string,
    @Param('code', { schema: code }) question: string,
    @Body({ schema: newDiscussion }) input: NewDiscussion,
  ) {
    return { thread: await this.discussions.open(actor, { slug, country }, question, input) };
  }
}
