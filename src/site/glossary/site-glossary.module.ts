import { Global, Module } from '@nestjs/common';
import { ConceptSurroundings } from '../../glossary/reading/concept-surroundings';
import { RoomsModule } from '../../rooms/rooms.module';
import { SearchModule } from '../../search/search.module';
import { BesideConcepts } from './beside-concepts';
import { ConceptDiscussionPages } from './concept-discussion.pages';
import { ConceptDiscussions } from './concept-discussions.service';

/** What the pages of the glossary show of the layers above it. */
@Global()
@Module({
  imports: [RoomsModule, SearchModule],
  controllers: [ConceptDiscussionPages],
  providers: [ConceptDiscussions, { provide: ConceptSurroundings, useClass: BesideConcepts }],
  exports: [ConceptSurroundings],
})
export class SiteGlossaryModule {}
