import { Module } from '@nestjs/common';
import { PartnershipsModule } from '../../partnerships/partnerships.module';
import { ComparisonCataloguePages } from './catalogue/catalogue.pages';
import { ComparisonFiles } from './comparison-files.service';
import { ComparisonFilePages } from './data-files.pages';
import { ComparisonDataPages } from './page/data.pages';
import { PublishedComparisonsController } from './published-comparisons.controller';

/** Published comparisons to take along. The catalogue stands first: its addresses are more exact. */
@Module({
  imports: [PartnershipsModule],
  controllers: [
    ...[ComparisonCataloguePages, ComparisonDataPages, ComparisonFilePages, PublishedComparisonsController],
  ],
  providers: [ComparisonFiles],
})
export class ComparisonExportsModule {}
