import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { SignedIn } from '../../../core/access/marks';
import { CurrentReader, type Reader } from '../../../core/http/reader';
import { slug as slugSchema } from '../../../core/http/slug.schema';
import { addressedCode, addressedCountry } from '../value/answer.schema';
import { responsesInput, responsesView, type ResponsesInput } from './responses.schema';
import { Responses } from './responses.service';

const slugOf = { schema: slugSchema };
const countryOf = { schema: addressedCountry };

/** What members of a platform answer, each for herself. */
@ApiTags('comparisons')
@ApiBearerAuth()
@SignedIn()
@Controller('api/v1/comparisons/:slug/responses/:country')
export class ResponsesController {
  constructor(private readonly responses: Responses) {}

  /** What you have answered yourself, as a member of that country’s platform. */
  @Get()
  @ApiOkResponse({ standardSchema: responsesView })
  ownResponses(
    @CurrentReader() { actor, locales }: Reader,
    @Param('slug', slugOf) slug: string,
    @Param('country', countryOf) country: string,
  ) {
    return this.responses.own(actor, slug, country, locales);
  }

  /** Answers statements, or changes what you have answered, until the answer is signed off. */
  @Put()
  @ApiOkResponse({ standardSchema: responsesView })
  async respond(
    @CurrentReader() { actor, locales }: Reader,
    @Param('slug', slugOf) slug: string,
    @Param('country', countryOf) country: string,
    @Body({ schema: responsesInput }) input: ResponsesInput,
  ) {
    await this.responses.give(actor, slug, country, input);
    return this.responses.own(actor, slug, country, locales);
  }

  /** Takes back what you have answered to one question. */
  @Delete(':question')
  @HttpCode(204)
  @ApiNoContentResponse()
  async takeResponseBack(
    @CurrentReader() { actor }: Reader,
    @Param('slug', slugOf) slug: string,
    @Param('country', countryOf) country: string,
    @Param('question', { schema: addressedCode }) question: string,
  ) {
    await this.responses.takeBack(actor, slug, country, question);
  }
}
