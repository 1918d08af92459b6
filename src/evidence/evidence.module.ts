import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { FilesModule } from '../files/files.module';
import { Evidence } from './evidence.service';
import { EvidenceJournal } from './evidence-journal.service';
import { EvidenceReading } from './evidence-reading.service';
import { EvidenceViews } from './evidence-views.service';
import { GroundsInWords } from './grounds-in-words.service';
import { Grounds } from './grounds.service';
import { Quotations } from './quotations.service';
import { Sources } from './sources.service';
import { StatementKinds } from './statement-kinds.service';

/** What statements rest on. Whoever makes statements declares their kind: see `StatementKind`. */
@Global()
@Module({
  imports: [DiscoveryModule, FilesModule],
  providers: [
    ...[Evidence, EvidenceJournal, EvidenceReading, EvidenceViews, Sources, StatementKinds],
    ...[Grounds, GroundsInWords, Quotations],
  ],
  exports: [Evidence, Sources, StatementKinds],
})
export class EvidenceModule {}
