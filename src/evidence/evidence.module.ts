import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { FilesModule } from '../files/files.module';
import { Addresses } from './citing/addresses.service';
import { Citing } from './citing/citing.service';
import { EvidenceController } from './citing/evidence.controller';
import { EvidencePages } from './citing/evidence.pages';
import { NotificationsModule } from '../notifications/notifications.module';
import { DeadSources } from './standing/dead-sources.service';
import { EvidenceReactions } from './standing/evidence.reactions';
import { Keepers } from './standing/keepers.service';
import { ShakenNotice } from './standing/shaken.notice';
import { Standings } from './standing/standings.service';
import { Evidence } from './evidence.service';
import { EvidenceJournal } from './evidence-journal.service';
import { EvidenceReading } from './evidence-reading.service';
import { EvidenceViews } from './evidence-views.service';
import { GroundsInWords } from './grounds-in-words.service';
import { GroundResults } from './ground-results.service';
import { Grounds } from './grounds.service';
import { PathController } from './path/path.controller';
import { PathPages } from './path/path.pages';
import { Paths } from './path/paths.service';
import { Quotations } from './quotations.service';
import { Agreed } from './reading/agreed.service';
import { Sources } from './sources.service';
import { StatementKinds } from './statement-kinds.service';

/** What statements rest on. Whoever makes statements declares their kind: see `StatementKind`. */
@Global()
@Module({
  imports: [DiscoveryModule, FilesModule, NotificationsModule],
  controllers: [EvidenceController, EvidencePages, PathController, PathPages],
  providers: [
    ...[Evidence, EvidenceJournal, EvidenceReading, EvidenceViews, Sources, StatementKinds, GroundResults],
    ...[Grounds, GroundsInWords, Quotations, Addresses, Citing, Paths, Agreed],
    ...[Standings, Keepers, EvidenceReactions, ShakenNotice, DeadSources],
  ],
  exports: [Evidence, Sources, StatementKinds, Agreed],
})
export class EvidenceModule {}
