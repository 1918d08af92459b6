import { Global, Module } from '@nestjs/common';
import { DirectoryModule } from '../directory/directory.module';
import { AppointmentLetters } from './people/appointment-letters.service';
import { Appointments } from './people/appointments.service';
import { EditingFrame } from './editing/editing-frame';
import { FundingPages } from './funding/funding.pages';
import { FundingNotices } from './funding/funding-notices.service';
import { TextFrame } from '../translations/text-frame';
import { TranslationsModule } from '../translations/translations.module';
import { PartnersPages } from './partners/partners.pages';
import { Partners } from './partners/partners.service';
import { PartnershipAccess } from './partnership.access';
import { PartnershipFaces } from './partnership-faces.service';
import { PartnershipRecords } from './partnership-records.service';
import { PartnershipTextFrame } from './partnership-text-frame.service';
import { PartnershipTexts } from './partnership.texts';
import { PartnershipsController } from './partnerships.controller';
import { PartnershipsPages } from './partnerships.pages';
import { PartnershipsReactions } from './partnerships.reactions';
import { Partnerships } from './partnerships.service';
import { PeoplePages } from './people/people.pages';
import { SourceNoteTexts } from './source-notes/source-note.texts';
import { SourceNotesPages } from './source-notes/source-notes.pages';
import { SourceNotes } from './source-notes/source-notes.service';
import { RecordTexts } from './translations/record-texts.service';
import { ReviewRulesController } from './translations/review-rules.controller';
import { ReviewRules } from './translations/review-rules.service';
import { Standings } from './translations/standings.service';
import { StatementTexts } from './statements/statement.texts';
import { StatementsPages } from './statements/statements.pages';
import { Statements } from './statements/statements.service';
import { CoverageController } from './translations/coverage.controller';
import { CoveragePages } from './translations/coverage.pages';
import { TranslationsPages } from './translations/translations.pages';

@Global()
@Module({
  imports: [DirectoryModule, TranslationsModule],
  controllers: [
    ...[PartnershipsController, PartnershipsPages, StatementsPages, PartnersPages],
    ...[FundingPages, SourceNotesPages, PeoplePages, TranslationsPages],
    ...[CoverageController, CoveragePages, ReviewRulesController],
  ],
  providers: [
    { provide: TextFrame, useClass: PartnershipTextFrame },
    ...[
      PartnershipAccess,
      PartnershipFaces,
      Partnerships,
      PartnershipRecords,
      Statements,
      SourceNotes,
      Partners,
    ],
    ...[PartnershipTexts, StatementTexts, SourceNoteTexts],
    ...[FundingNotices, Appointments, AppointmentLetters, Standings, EditingFrame, PartnershipsReactions],
    ...[RecordTexts, ReviewRules],
  ],
  exports: [
    EditingFrame,
    PartnershipAccess,
    TextFrame,
    Partnerships,
    PartnershipFaces,
    PartnershipRecords,
    Statements,
    SourceNotes,
    Partners,
    FundingNotices,
    Appointments,
  ],
})
export class PartnershipsModule {}
