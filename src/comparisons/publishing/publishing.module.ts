import { Global, Module } from '@nestjs/common';
import { ComparisonGathering } from './comparison-gathering.service';
import { PublishedComparisons } from './published-comparisons.service';
import { PublishingReactions } from './publishing.reactions';
import { Publishing } from './publishing.service';
import { VersionStore } from './version-store.service';

/** From the tables to the data that is read, version by version. */
@Global()
@Module({
  providers: [ComparisonGathering, VersionStore, PublishedComparisons, Publishing, PublishingReactions],
  exports: [ComparisonGathering, PublishedComparisons, Publishing],
})
export class PublishingModule {}
