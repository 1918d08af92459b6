import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Public } from '../core/access/marks';
import { CurrentReader, type Reader } from '../core/http/reader';
import { searchAnswer, searchInput, type SearchInput } from './search.schema';
import { Searching } from './search.service';

@ApiTags('search')
@Controller('api/v1/search')
export class SearchController {
  constructor(private readonly searching: Searching) {}

  /** Texts of all kinds that match, in all languages, as far as you may read them. */
  @Public()
  @Get()
  @ApiOkResponse({ standardSchema: searchAnswer })
  find(@CurrentReader() reader: Reader, @Query({ schema: searchInput }) input: SearchInput) {
    return this.searching.find(reader, input);
  }
}
