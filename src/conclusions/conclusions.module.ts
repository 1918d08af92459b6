import { Global, Module } from '@nestjs/common';
import { NotificationsModule } from '../notifications/notifications.module';
import { notice } from '../notifications/notice-kind';
import { PlatformsModule } from '../platforms/platforms.module';
import { RoomsModule } from '../rooms/rooms.module';
import { BalanceViews } from './balance/balance-views.service';
import { Balances } from './balance/balances.service';
import { ConclusionComments } from './comments/conclusion-comments.service';
import { ConclusionAccess } from './conclusion.access';
import { ConclusionStatements } from './conclusion.statement';
import { ConclusionTexts } from './conclusion.texts';
import { ConclusionsReactions } from './conclusions.reactions';
import { ConclusionsController } from './conclusions.controller';
import { Closing } from './deciding/closing.service';
import { ConclusionStationsController } from './deciding/deciding.controller';
import { ConclusionActPages } from './deciding/deciding.pages';
import { Deciding } from './deciding/deciding.service';
import { Positions } from './positions/positions.service';
import { ConclusionCompanion } from './reading/conclusion-companion';
import { ConclusionFrame } from './reading/conclusion-frame.service';
import { ConclusionsPages } from './reading/conclusions.pages';
import { EditConclusionPages } from './writing/edit-conclusion.pages';
import { NewConclusionPages } from './writing/new-conclusion.pages';
import { ConclusionReading } from './reading/conclusion-reading.service';
import { WholeConclusions } from './reading/whole-conclusions.service';
import { ConclusionVersions } from './versions/conclusion-versions.service';
import { Passages } from './writing/passages.service';
import { Conclusions } from './writing/conclusions.service';

/** What people are told. */
const NOTICES = [
  { provide: 'notice conclusion.asked', useValue: notice('conclusion.asked', 'conclusions:told.asked') },
  { provide: 'notice conclusion.ready', useValue: notice('conclusion.ready', 'conclusions:told.ready') },
  {
    provide: 'notice conclusion.adopted',
    useValue: notice('conclusion.adopted', 'conclusions:told.adopted'),
  },
];

@Global()
@Module({
  imports: [RoomsModule, PlatformsModule, NotificationsModule],
  controllers: [
    ...[ConclusionsController, ConclusionStationsController],
    // `conclusions/new` is asked for before `conclusions/:id`.
    ...[NewConclusionPages, EditConclusionPages, ConclusionActPages, ConclusionsPages],
  ],
  providers: [
    ...[ConclusionAccess, ConclusionTexts, ConclusionStatements],
    ...[Conclusions, Passages, Positions, ConclusionComments],
    ...[Deciding, Closing, ConclusionVersions, Balances, BalanceViews],
    ConclusionsReactions,
    ...NOTICES,
    ...[ConclusionReading, WholeConclusions, ConclusionFrame, ConclusionCompanion],
  ],
  exports: [ConclusionReading],
})
export class ConclusionsModule {}
