import { Global, Module } from '@nestjs/common';
import { PartnershipsModule } from '../../partnerships/partnerships.module';
import { PlatformsModule } from '../../platforms/platforms.module';
import { ComparisonCitations } from './comparison-citations.controller';
import { ComparisonListPages } from './comparison-list.pages';
import { ComparisonList } from './comparison-list.service';
import { ComparisonStates } from './comparison-states.service';
import { ComparisonsReadingPages } from './comparisons-reading.pages';
import { OpenComparisons } from './open-comparisons.service';
import { SheetNeighbours } from './sheet-neighbours.service';
import { SheetPages } from './sheet-pages.service';

/** Comparisons as policymakers read them. */
@Global()
@Module({
  imports: [PartnershipsModule, PlatformsModule],
  controllers: [ComparisonListPages, ComparisonCitations, ComparisonsReadingPages],
  providers: [ComparisonList, ComparisonStates, OpenComparisons, SheetNeighbours, SheetPages],
  exports: [ComparisonList, OpenComparisons],
})
export class ComparisonReadingModule {}
