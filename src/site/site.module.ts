import { Module } from '@nestjs/common';
import { DirectoryModule } from '../directory/directory.module';
import { PartnershipsModule } from '../partnerships/partnerships.module';
import { PlatformsModule } from '../platforms/platforms.module';
import { RoomsModule } from '../rooms/rooms.module';
import { ContactPages } from './contact.pages';
import { Contact } from './contact.service';
import { HomePages } from './home.pages';
import { Home } from './home.service';
import { InterfacePages } from './interface.pages';
import { OrganisationPage } from './organisation.pages';
import { PartnershipPages } from './partnership.pages';
import { RoomsOfPlace } from './place-rooms.service';
import { Places } from './places.service';
import { PlatformPages } from './platform.pages';
import { PlainPages } from './plain.pages';
import { SiteGlossaryModule } from './glossary/site-glossary.module';
import { SiteReactions } from './site.reactions';
import { WrongWordsPages } from './wrong-words/wrong-words.pages';
import { WrongWords } from './wrong-words/wrong-words.service';

@Module({
  imports: [DirectoryModule, PartnershipsModule, PlatformsModule, RoomsModule, SiteGlossaryModule],
  controllers: [
    PartnershipPages,
    OrganisationPage,
    HomePages,
    PlainPages,
    InterfacePages,
    ContactPages,
    PlatformPages,
    WrongWordsPages,
  ],
  providers: [Home, Places, RoomsOfPlace, Contact, SiteReactions, WrongWords],
})
export class SiteModule {}
