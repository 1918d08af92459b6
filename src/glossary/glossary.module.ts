import { Global, Module } from '@nestjs/common';
import { Config } from '../core/config/config';
import { uploadLimits } from '../core/http/upload';
import { TermMarks } from '../ui/terms';
import { MulterModule } from '@nestjs/platform-express';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ConceptAccess } from './concepts/concept-access.service';
import { ConceptHistory } from './concepts/concept-history.service';
import { Concept, ConceptTranslation } from './concepts/concept.entity';
import { ConceptTexts } from './concepts/concept.texts';
import { Concepts } from './concepts/concepts.service';
import { ConceptEditingPages } from './editing/concept-editing.pages';
import { CountryNoteEditingPages } from './editing/country-note-editing.pages';
import { TermEditingPages } from './editing/term-editing.pages';
import { GlossaryImportPages } from './exchange/import.pages';
import { Termbase } from './exchange/termbase.service';
import { GlossaryController } from './glossary.controller';
import { GlossaryPages } from './glossary.pages';
import { CountryNote, CountryNoteTranslation } from './notes/country-note.entity';
import { CountryNoteTexts } from './notes/country-note.texts';
import { CountryNotes } from './notes/country-notes.service';
import { GlossaryPrintPages } from './reading/print.pages';
import { GlossaryReading } from './reading/glossary-reading.service';
import { Recognition } from './recognition/recognition.service';
import { TermLinks } from './recognition/term-links.service';
import { TermExpansion } from './recognition/term-expansion.service';
import { TermIndex } from './terms/term-index.service';
import { Terms } from './terms/terms.service';

@Global()
@Module({
  imports: [
    TypeOrmModule.forFeature([Concept, ConceptTranslation, CountryNote, CountryNoteTranslation]),
    MulterModule.registerAsync({ inject: [Config], useFactory: uploadLimits }),
  ],
  controllers: [
    GlossaryController,
    ConceptEditingPages,
    TermEditingPages,
    CountryNoteEditingPages,
    GlossaryImportPages,
    GlossaryPrintPages,
    GlossaryPages,
  ],
  providers: [
    ...[ConceptAccess, ConceptHistory, Concepts, ConceptTexts],
    ...[CountryNotes, CountryNoteTexts],
    ...[TermIndex, Terms],
    ...[GlossaryReading, Termbase, Recognition, TermExpansion, TermLinks],
    { provide: TermMarks, useExisting: TermLinks },
  ],
  exports: [Concepts, GlossaryReading, Recognition, Termbase, TermIndex, TermMarks],
})
export class GlossaryModule {}
