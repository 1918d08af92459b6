import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Expansions } from './expansions.service';
import { Hits } from './hits.service';
import { SearchIndex } from './index/search-index.service';
import { SearchController } from './search.controller';
import { SearchPages } from './search.pages';
import { SearchThemes } from './themes.service';
import { Searching } from './search.service';

@Module({
  imports: [DiscoveryModule],
  controllers: [SearchController, SearchPages],
  providers: [SearchIndex, Searching, Hits, Expansions, SearchThemes],
  exports: [SearchIndex, Searching],
})
export class SearchModule {}
