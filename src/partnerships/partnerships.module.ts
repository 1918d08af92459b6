import { Module } from '@nestjs/common';
import { DirectoryModule } from '../directory/directory.module';
import { AppointmentLetters } from './appointment-letters.service';
import { Appointments } from './appointments.service';
import { EditingFrame } from './editing-frame';
import { FundingPages } from './funding.pages';
import { FundingNotices } from './funding-notices.service';
import { PartnersPages } from './partners.pages';
import { Partners } from './partners.service';
import { PartnershipAccess } from './partnership.access';
import { PartnershipRecords } from './partnership-records.service';
import { PartnershipsController } from './partnerships.controller';
import { PartnershipsPages } from './partnerships.pages';
import { PartnershipsReactions } from './partnerships.reactions';
import { Partnerships } from './partnerships.service';
import { PeoplePages } from './people.pages';
import { SourceNotesPages } from './source-notes.pages';
import { SourceNotes } from './source-notes.service';
import { Standings } from './standings.service';
import { StatementsPages } from './statements.pages';
import { Statements } from './statements.service';
import { TranslationsPages } from './translations.pages';

@Module({
  imports: [DirectoryModule],
  controllers: [
    ...[PartnershipsController, PartnershipsPages, StatementsPages, PartnersPages],
    ...[FundingPages, SourceNotesPages, PeoplePages, TranslationsPages],
  ],
  providers: [
    ...[PartnershipAccess, Partnerships, PartnershipRecords, Statements, SourceNotes, Partners],
    ...[FundingNotices, Appointments, AppointmentLetters, Standings, EditingFrame, PartnershipsReactions],
  ],
  exports: [
    Partnerships,
    PartnershipRecords,
    Statements,
    SourceNotes,
    Partners,
    FundingNotices,
    Appointments,
  ],
})
export class PartnershipsModule {}
