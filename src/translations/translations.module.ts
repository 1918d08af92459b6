import { Module } from '@nestjs/common';
import { GlossaryModule } from '../glossary/glossary.module';
import { ChecksController } from './checks/checks.controller';
import { TermChecks } from './checks/term-checks.service';
import { Coverage } from './coverage/coverage.service';
import { DeskAside } from './desk/desk-aside.service';
import { DeskPages } from './desk/desk.pages';
import { Desk } from './desk/desk.service';
import { DraftsController } from './desk/drafts.controller';
import { Drafts } from './desk/drafts.service';
import { HistoryPages } from './desk/history.pages';
import { SegmentHistory } from './desk/segment-history.service';
import { MemoryModule } from './memory/memory.module';
import { AcceptedWordings } from './notes/accepted-wordings.service';
import { WordingNotesController } from './notes/wording-notes.controller';
import { WordingNotesPages } from './notes/wording-notes.pages';
import { WordingNotes } from './notes/wording-notes.service';
import { BesidePages } from './reading/beside.pages';
import { Beside } from './reading/beside.service';
import { TasksPages } from './worklist/tasks.pages';
import { Tasks } from './worklist/tasks.service';
import { WorklistController } from './worklist/worklist.controller';
import { WorklistPages } from './worklist/worklist.pages';
import { Worklist } from './worklist/worklist.service';
import { TextLanguages } from './languages/text-languages.service';
import { TranslatorsController } from './people/translators.controller';
import { TranslatorsPages } from './people/translators.pages';
import { TranslatorsReactions } from './people/translators.reactions';
import { Translators } from './people/translators.service';
import { Translations } from './translations.service';
import { TranslationsController } from './translations.controller';
import { TranslationsReactions } from './translations.reactions';
import { Workshops } from './workshops.service';

@Module({
  imports: [GlossaryModule, MemoryModule],
  controllers: [
    ...[
      TranslationsController,
      ChecksController,
      DraftsController,
      WordingNotesController,
      WorklistController,
    ],
    ...[DeskPages, HistoryPages, BesidePages, WordingNotesPages, WorklistPages, TasksPages],
    ...[TranslatorsController, TranslatorsPages],
  ],
  providers: [
    ...[Workshops, Translations, TranslationsReactions],
    ...[Desk, DeskAside, Drafts, TermChecks, SegmentHistory, Beside, WordingNotes, AcceptedWordings],
    ...[Worklist, Tasks, Coverage, TextLanguages],
    ...[Translators, TranslatorsReactions],
  ],
  exports: [Translations, Workshops, Worklist, Coverage, TextLanguages],
})
export class TranslationsModule {}
