import { Global, Module } from '@nestjs/common';
import { AnswerAccess } from './answer-access.service';
import { AnswerStatements } from './answer.statements';
import { AnswerWork } from './work/answer-work.service';
import { AnswersController } from './work/answers.controller';
import { AnswerComments } from './workflow/answer-comments.service';
import { AnswerWorkflow } from './workflow/answer-workflow.service';
import { Answers } from './writing/answers.service';

/** How countries answer: drafts, comments, signing off, checks by another country. */
@Global()
@Module({
  controllers: [AnswersController],
  providers: [AnswerAccess, AnswerStatements, Answers, AnswerWorkflow, AnswerComments, AnswerWork],
  exports: [Answers, AnswerAccess, AnswerWorkflow],
})
export class AnsweringModule {}
