import { Global, Module } from '@nestjs/common';
import { PlatformsModule } from '../platforms/platforms.module';
import { RoomsModule } from '../rooms/rooms.module';
import { BalanceViews } from './balance/balance-views.service';
import { Balances } from './balance/balances.service';
import { ConclusionComments } from './comments/conclusion-comments.service';
import { ConclusionAccess } from './conclusion.access';
import { ConclusionStatements } from './conclusion.statement';
import { ConclusionTexts } from './conclusion.texts';
import { ConclusionsController } from './conclusions.controller';
import { Closing } from './deciding/closing.service';
import { ConclusionStationsController } from './deciding/deciding.controller';
import { Deciding } from './deciding/deciding.service';
import { Positions } from './positions/positions.service';
import { ConclusionReading } from './reading/conclusion-reading.service';
import { ConclusionVersions } from './versions/conclusion-versions.service';
import { Conclusions } from './writing/conclusions.service';

@Global()
@Module({
  imports: [RoomsModule, PlatformsModule],
  controllers: [ConclusionsController, ConclusionStationsController],
  providers: [
    ...[ConclusionAccess, ConclusionTexts, ConclusionStatements],
    ...[Conclusions, Positions, ConclusionComments],
    ...[Deciding, Closing, ConclusionVersions, Balances, BalanceViews],
    ConclusionReading,
  ],
  exports: [ConclusionReading],
})
export class ConclusionsModule {}
