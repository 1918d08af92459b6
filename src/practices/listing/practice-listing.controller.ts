import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Public } from '../../core/access/marks';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { practiceFilters, practicePage, type PracticeFilters } from './listing.schema';
import { PracticeListing } from './practice-listing.service';

@ApiTags('practices')
@Controller('api/v1/practices')
export class PracticeListingController {
  constructor(private readonly listing: PracticeListing) {}

  /** Good practices that match, page by page, with what else there is to choose. */
  @Public()
  @Get()
  @ApiOkResponse({ standardSchema: practicePage })
  list(@CurrentReader() reader: Reader, @Query({ schema: practiceFilters }) filters: PracticeFilters) {
    return this.listing.list(reader, filters);
  }
}
