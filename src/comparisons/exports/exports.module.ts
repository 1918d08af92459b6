import { Module } from '@nestjs/common';
import { ComparisonFiles } from './comparison-files.service';
import { ComparisonFilePages } from './data-files.pages';
import { PublishedComparisonsController } from './published-comparisons.controller';

/** Published comparisons to take along. */
@Module({
  controllers: [ComparisonFilePages, PublishedComparisonsController],
  providers: [ComparisonFiles],
})
export class ComparisonExportsModule {}
