import { Global, Module } from '@nestjs/common';
import { PracticeAccess } from './practice-access.service';
import { PracticeTexts } from './practice.texts';
import { Practices } from './practices.service';
import {
  PracticeActorTexts,
  PracticeLinkTexts,
  PracticeResultTexts,
  PracticeTransferTexts,
} from './rows/practice-rows.texts';

@Global()
@Module({
  providers: [
    ...[PracticeAccess, Practices],
    ...[PracticeTexts, PracticeActorTexts, PracticeResultTexts, PracticeTransferTexts, PracticeLinkTexts],
  ],
  exports: [PracticeAccess, Practices],
})
export class PracticesModule {}
