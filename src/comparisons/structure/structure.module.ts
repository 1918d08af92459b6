import { Global, Module } from '@nestjs/common';
import { NotificationsModule } from '../../notifications/notifications.module';
import { PartnershipsModule } from '../../partnerships/partnerships.module';
import { RoomsModule } from '../../rooms/rooms.module';
import { ComparisonStructure } from './asking/comparison-structure.service';
import { Dimensions } from './asking/dimensions.service';
import { QuestionAccess } from './asking/question-access.service';
import { QuestionOptions } from './asking/question-options.service';
import { Questions } from './asking/questions.service';
import { ComparisonBoardController } from './board/board.controller';
import { ComparisonBoardPages } from './board/board.pages';
import { ComparisonBoard } from './board/comparison-board.service';
import { ComparedCountries } from './countries/compared-countries.service';
import { QuestionDiscussionsController } from './discussing/discussing.controller';
import { QuestionDiscussionPages } from './discussing/discussing.pages';
import { QuestionDiscussions } from './discussing/question-discussions.service';
import { ComparisonEditing } from './facts/comparison-editing.service';
import { AnswerImport } from './import/answer-import.service';
import { AnswerTemplate } from './import/answer-template.service';
import { AnswerImportPages } from './import/import.pages';
import { ComparisonEditingPages } from './pages/comparison-editing.pages';
import { CountriesEditingPages } from './pages/countries-editing.pages';
import { ComparisonEditingFrame } from './pages/editing-frame.service';
import { QuestionOptionPages } from './pages/options.pages';
import { QuestionEditingPages } from './pages/question-editing.pages';
import { QuestionPage } from './pages/question-page.service';
import { StructureEditingPages } from './pages/structure-editing.pages';
import { ComparisonSteps } from './steps/comparison-steps.service';
import { StepDue, StepGiven, StepNews } from './steps/step-news.service';
import { StepsEditingPages } from './steps/steps-editing.pages';
import { ComparisonStepsController } from './steps/steps.controller';
import { ComparisonTemplate } from './template/comparison-template.service';
import { ComparisonQuestionsController } from './questions.controller';
import { ComparisonStructureController } from './structure.controller';

/** What is asked, and of whom. */
@Global()
@Module({
  imports: [NotificationsModule, PartnershipsModule, RoomsModule],
  controllers: [
    ...[ComparisonEditingPages, StructureEditingPages, QuestionEditingPages, QuestionOptionPages],
    ...[StepsEditingPages, ComparisonStepsController, ComparisonBoardPages, ComparisonBoardController],
    ...[AnswerImportPages, QuestionDiscussionPages, QuestionDiscussionsController],
    ...[CountriesEditingPages, ComparisonStructureController, ComparisonQuestionsController],
  ],
  providers: [
    ...[ComparisonEditing, ComparisonTemplate, ComparisonStructure, ComparedCountries],
    ...[Dimensions, Questions, QuestionOptions, QuestionAccess],
    ...[ComparisonSteps, StepNews, StepDue, StepGiven, ComparisonBoard],
    ...[AnswerImport, AnswerTemplate, QuestionDiscussions],
    ...[ComparisonEditingFrame, QuestionPage],
  ],
  exports: [ComparisonEditing, ComparisonStructure, ComparedCountries, Dimensions, Questions],
})
export class StructureModule {}
