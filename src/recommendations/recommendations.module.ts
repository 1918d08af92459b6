import { Global, Module } from '@nestjs/common';
import { MulterModule } from '@nestjs/platform-express';
import { AccountsModule } from '../accounts/accounts.module';
import { Config } from '../core/config/config';
import { uploadsToDisk } from '../core/http/upload';
import { IncomingFiles } from '../core/storage/incoming-files.service';
import { DirectoryModule } from '../directory/directory.module';
import { FilesModule } from '../files/files.module';
import { NotificationsModule } from '../notifications/notifications.module';
import { PartnershipsModule } from '../partnerships/partnerships.module';
import { ComparisonSurroundings } from '../comparisons/reading/comparison-surroundings';
import { BesideComparisons } from './beside-comparisons';
import { FollowingButtons } from './following-buttons.service';
import { RecommendationFrames } from './pages/recommendation-frames.service';
import { RecommendationListPages } from './pages/recommendation-list.pages';
import { RecommendationPages } from './pages/recommendation.pages';
import { RecommendationWritingPages } from './pages/writing.pages';
import { RecommendationAccess } from './recommendation-access.service';
import { recommendationNotices } from './recommendation-notices';
import { RecommendationReading } from './recommendation-reading.service';
import { RecommendationStatements } from './recommendation.statements';
import { RecommendationTexts } from './recommendation.texts';
import { RecommendationsController } from './recommendations.controller';
import { RecommendationsReactions } from './recommendations.reactions';
import { Recommendations } from './recommendations.service';
import { FollowUps } from './uptake/follow-ups.service';
import { UptakeReading } from './uptake/uptake-reading.service';
import { UptakesController } from './uptake/uptakes.controller';
import { UptakePages } from './uptake/uptakes.pages';
import { Uptakes } from './uptake/uptakes.service';

@Global()
@Module({
  imports: [
    ...[AccountsModule, DirectoryModule, FilesModule, NotificationsModule, PartnershipsModule],
    MulterModule.registerAsync({ inject: [Config, IncomingFiles], useFactory: uploadsToDisk }),
  ],
  controllers: [
    ...[RecommendationWritingPages, RecommendationListPages, RecommendationPages, UptakePages],
    ...[RecommendationsController, UptakesController],
  ],
  providers: [
    ...[RecommendationAccess, RecommendationTexts, RecommendationStatements, Recommendations],
    ...[RecommendationReading, RecommendationFrames, FollowingButtons, RecommendationsReactions],
    ...[Uptakes, UptakeReading, FollowUps],
    { provide: ComparisonSurroundings, useClass: BesideComparisons },
    ...recommendationNotices,
  ],
  exports: [RecommendationReading, ComparisonSurroundings],
})
export class RecommendationsModule {}
