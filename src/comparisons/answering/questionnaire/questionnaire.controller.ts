import { Controller, Get, Param } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { SignedIn } from '../../../core/access/marks';
import { CurrentReader, type Reader } from '../../../core/http/reader';
import { slug as slugSchema } from '../../../core/http/slug.schema';
import { addressedCountry } from '../value/answer.schema';
import { questionnaireView } from './questionnaire.schema';
import { Questionnaires } from './questionnaires.service';

/** What countries are asked. */
@ApiTags('comparisons')
@ApiBearerAuth()
@SignedIn()
@Controller('api/v1/comparisons/:slug/questionnaires')
export class QuestionnaireController {
  constructor(private readonly questionnaires: Questionnaires) {}

  /** All questions of a country in your language, with what it has answered; for those who do the work. */
  @Get(':country')
  @ApiOkResponse({ standardSchema: questionnaireView })
  questionnaire(
    @CurrentReader() { actor, locales }: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('country', { schema: addressedCountry }) country: string,
  ) {
    return this.questionnaires.of(actor, slug, country, locales);
  }
}
