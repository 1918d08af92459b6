import { Global, Module } from '@nestjs/common';
import { AnswerTexts } from './answering/answer.texts';
import { SynthesisTexts } from './answering/synthesis.texts';
import { ComparisonAccess } from './comparison.access';
import { ComparisonTexts } from './comparison.texts';
import { ComparisonCountryTexts } from './structure/comparison-country.texts';
import { DimensionTexts } from './structure/dimension.texts';
import { QuestionOptionTexts } from './structure/question-option.texts';
import { QuestionTexts } from './structure/question.texts';

/** What all parts of comparisons lean on: who may see them, and their kinds of texts. */
@Global()
@Module({
  providers: [
    ComparisonAccess,
    ...[ComparisonTexts, ComparisonCountryTexts, DimensionTexts, QuestionTexts, QuestionOptionTexts],
    ...[AnswerTexts, SynthesisTexts],
  ],
  exports: [ComparisonAccess],
})
export class ComparisonsModule {}
