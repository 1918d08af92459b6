import { Body, Controller, Get, Param, Patch } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Public, SignedIn } from '../core/access/marks';
import { CurrentReader, type Reader } from '../core/http/reader';
import { slug as slugSchema } from '../core/http/slug.schema';
import {
  partnershipChanges,
  partnershipList,
  partnershipView,
  type PartnershipChanges,
} from './partnership.schema';
import { PartnershipRecords } from './partnership-records.service';
import { Partnerships } from './partnerships.service';

@ApiTags('partnerships')
@Controller('api/v1/partnerships')
export class PartnershipsController {
  constructor(
    private readonly partnerships: Partnerships,
    private readonly records: PartnershipRecords,
  ) {}

  /** All partnerships that you may read. */
  @Public()
  @Get()
  @ApiOkResponse({ standardSchema: partnershipList })
  async list(@CurrentReader() reader: Reader) {
    return { items: await this.partnerships.list(reader) };
  }

  /** The record of one partnership. */
  @Public()
  @Get(':slug')
  @ApiOkResponse({ standardSchema: partnershipView })
  show(@CurrentReader() reader: Reader, @Param('slug', { schema: slugSchema }) slug: string) {
    return this.partnerships.bySlug(reader, slug);
  }

  /** Changes the record in its original language; 409 when somebody saved first. */
  @SignedIn()
  @ApiBearerAuth()
  @Patch(':slug')
  @ApiOkResponse({ standardSchema: partnershipView })
  async edit(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body({ schema: partnershipChanges }) changes: PartnershipChanges,
  ) {
    await this.records.edit(reader.actor, slug, changes);
    return this.partnerships.bySlug(reader, slug);
  }
}
