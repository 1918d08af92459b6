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
import { SitemapController } from './sitemap/sitemap.controller';
import { Sitemap } from './sitemap/sitemap.service';
import { SiteReactions } from './site.reactions';
import { WrongWordsPages } from './wrong-words/wrong-words.pages';
import { WrongWords } from './wrong-words/wrong-words.service';

@Module({
  imports: [DirectoryModule, PartnershipsModule, PlatformsModule, RoomsModule, SiteGlossaryModule],
  controllers: [
    // Before the pages, for which the first part of an address is a language.
    SitemapController,
    PartnershipPages,
    OrganisationPage,
    HomePages,
    PlainPages,
    InterfacePages,
    ContactPages,
    PlatformPages,
    WrongWordsPages,
  ],
  providers: [Home, Places, RoomsOfPlace, Contact, SiteReactions, WrongWords, Sitemap],
})
export class SiteModule {}
