import { Global, Module } from '@nestjs/common';
import { AnswerAccess } from './answer-access.service';
import { AnswerStatements } from './answer.statements';
import { AnsweringFrame } from './answering-frame.service';
import { NotificationsModule } from '../../notifications/notifications.module';
import { AnswerNews } from './news/answer-news.reactions';
import { ANSWER_NOTICES } from './news/answer-notices';
import { QuestionnaireController } from './questionnaire/questionnaire.controller';
import { QuestionnairePages } from './questionnaire/questionnaire.pages';
import { Questionnaires } from './questionnaire/questionnaires.service';
import { RespondPages } from './respondents/respond.pages';
import { ResponsesController } from './respondents/responses.controller';
import { Responses } from './respondents/responses.service';
import { AnswerPages } from './work/answer.pages';
import { AnswerWork } from './work/answer-work.service';
import { AnswersController } from './work/answers.controller';
import { AnswerComments } from './workflow/answer-comments.service';
import { AnswerWorkflow } from './workflow/answer-workflow.service';
import { Answers } from './writing/answers.service';

/** How countries answer: drafts, comments, signing off, checks by another country. */
@Global()
@Module({
  imports: [NotificationsModule],
  controllers: [
    AnswersController,
    AnswerPages,
    QuestionnaireController,
    QuestionnairePages,
    RespondPages,
    ResponsesController,
  ],
  providers: [
    ...[AnswerAccess, AnswerStatements, Answers, AnswerWorkflow, AnswerComments, AnswerWork],
    ...[AnsweringFrame, Questionnaires, Responses, AnswerNews],
    ...ANSWER_NOTICES,
  ],
  exports: [Answers, AnswerAccess, AnswerWorkflow, AnsweringFrame],
})
export class AnsweringModule {}
