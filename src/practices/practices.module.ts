import { Global, Module } from '@nestjs/common';
import { DirectoryModule } from '../directory/directory.module';
import { PartnershipsModule } from '../partnerships/partnerships.module';
import { FilesModule } from '../files/files.module';
import { TranslationsModule } from '../translations/translations.module';
import { CaseFrame } from './case/case-frame.service';
import { CaseReading } from './case/case-reading.service';
import { PracticeCaseController } from './case/practice-case.controller';
import { PracticeCasePages } from './case/practice-case.pages';
import { ShortAddressPages } from './case/short-address.pages';
import { PracticeDocuments } from './documents/practice-documents.service';
import { PracticeReaders } from './readers/practice-readers.service';
import { PracticeExportPages } from './exports/practice-exports.pages';
import { PracticeExports } from './exports/practice-exports.service';
import { PracticeListPages } from './listing/practice-list.pages';
import { PracticeListing } from './listing/practice-listing.service';
import { PracticeListingController } from './listing/practice-listing.controller';
import { PracticeEditing } from './editing/practice-editing.service';
import { PracticePictures } from './editing/practice-pictures.service';
import { PracticePicturesPages } from './form/practice-pictures.pages';
import { PracticeFormPages } from './form/practice-form.pages';
import { PracticeRowsPages } from './form/practice-rows.pages';
import { PracticeAccess } from './practice-access.service';
import { PracticeEditingController } from './practice-editing.controller';
import { PracticeWorkflowController } from './practice-workflow.controller';
import { PracticeTexts } from './practice.texts';
import { JudgePages } from './reviews/judge.pages';
import { Reviewers } from './reviews/reviewers.service';
import { Reviews } from './reviews/reviews.service';
import { PracticeRows } from './rows/practice-rows.service';
import { PracticeRecords } from './versions/practice-records.service';
import { PracticeVersions } from './versions/practice-versions.service';
import { CasePages } from './workflow/case.pages';
import { CaseStandings } from './workflow/standings.service';
import { PracticeTasksController } from './workflow/tasks.controller';
import { PracticeTasksPages } from './workflow/tasks.pages';
import { PracticeTasks } from './workflow/tasks.service';
import { ReviewDue } from './workflow/review-due.service';
import { Workflow } from './workflow/workflow.service';
import { Practices } from './practices.service';
import {
  PracticeActorTexts,
  PracticeLinkTexts,
  PracticeResultTexts,
  PracticeTransferTexts,
} from './rows/practice-rows.texts';

@Global()
@Module({
  imports: [DirectoryModule, FilesModule, PartnershipsModule, TranslationsModule],
  controllers: [
    ...[
      PracticeTasksPages,
      PracticeTasksController,
      PracticePicturesPages,
      PracticeFormPages,
      PracticeRowsPages,
      CasePages,
      JudgePages,
    ],
    ...[PracticeEditingController, PracticeWorkflowController],
    ...[PracticeListPages, PracticeExportPages, PracticeListingController],
    ...[PracticeCasePages, PracticeCaseController, ShortAddressPages],
  ],
  providers: [
    ...[
      PracticeAccess,
      Practices,
      PracticeEditing,
      PracticePictures,
      PracticeRows,
      PracticeVersions,
      PracticeRecords,
    ],
    ...[Reviewers, Reviews, Workflow, CaseStandings, PracticeTasks, ReviewDue],
    ...[PracticeListing, PracticeExports, CaseReading, CaseFrame, PracticeReaders, PracticeDocuments],
    ...[PracticeTexts, PracticeActorTexts, PracticeResultTexts, PracticeTransferTexts, PracticeLinkTexts],
  ],
  exports: [
    PracticeAccess,
    Practices,
    PracticeVersions,
    PracticeRecords,
    PracticeDocuments,
    PracticeListing,
    CaseReading,
  ],
})
export class PracticesModule {}
