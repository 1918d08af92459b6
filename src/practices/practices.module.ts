import { Global, Module } from '@nestjs/common';
import { DirectoryModule } from '../directory/directory.module';
import { PartnershipsModule } from '../partnerships/partnerships.module';
import { PracticeExportPages } from './exports/practice-exports.pages';
import { PracticeExports } from './exports/practice-exports.service';
import { PracticeListPages } from './listing/practice-list.pages';
import { PracticeListing } from './listing/practice-listing.service';
import { PracticeListingController } from './listing/practice-listing.controller';
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
  imports: [DirectoryModule, PartnershipsModule],
  controllers: [PracticeListPages, PracticeExportPages, PracticeListingController],
  providers: [
    ...[PracticeAccess, Practices, PracticeListing, PracticeExports],
    ...[PracticeTexts, PracticeActorTexts, PracticeResultTexts, PracticeTransferTexts, PracticeLinkTexts],
  ],
  exports: [PracticeAccess, Practices],
})
export class PracticesModule {}
