import { Module } from '@nestjs/common';
import { DirectoryModule } from '../directory/directory.module';
import { Appointments } from './appointments.service';
import { FundingNotices } from './funding-notices.service';
import { Partners } from './partners.service';
import { PartnershipAccess } from './partnership.access';
import { PartnershipRecords } from './partnership-records.service';
import { Partnerships } from './partnerships.service';
import { SourceNotes } from './source-notes.service';
import { Standings } from './standings.service';
import { Statements } from './statements.service';

@Module({
  imports: [DirectoryModule],
  providers: [
    Appointments,
    FundingNotices,
    Partners,
    PartnershipAccess,
    PartnershipRecords,
    Partnerships,
    SourceNotes,
    Standings,
    Statements,
  ],
  exports: [
    Appointments,
    FundingNotices,
    Partners,
    PartnershipRecords,
    Partnerships,
    SourceNotes,
    Statements,
  ],
})
export class PartnershipsModule {}
