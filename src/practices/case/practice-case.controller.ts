import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiTags,
} from '@nestjs/swagger';
import { z } from 'zod';
import { Public, SignedIn } from '../../core/access/marks';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { slug as slugSchema } from '../../core/http/slug.schema';
import { usedElsewhereInput, type UsedElsewhereInput } from '../readers/practice-readers.schema';
import { PracticeReaders } from '../readers/practice-readers.service';
import { CaseReading } from './case-reading.service';
import { practiceView } from './case.schema';

@ApiTags('practices')
@Controller('api/v1/practices/:slug')
export class PracticeCaseController {
  constructor(
    private readonly reading: CaseReading,
    private readonly readers: PracticeReaders,
  ) {}

  /** One good practice, as it stands, in the reader's language. */
  @Public()
  @Get()
  @ApiOkResponse({ standardSchema: practiceView })
  show(@CurrentReader() reader: Reader, @Param('slug', { schema: slugSchema }) slug: string) {
    return this.reading.one(reader, slug);
  }

  /** Says that it is useful for you. */
  @SignedIn()
  @ApiBearerAuth()
  @Put('useful')
  @ApiOkResponse({ standardSchema: practiceView })
  async useful(@CurrentReader() reader: Reader, @Param('slug', { schema: slugSchema }) slug: string) {
    await this.readers.useful(reader.actor, slug, true);
    return this.reading.one(reader, slug);
  }

  /** Takes that back. */
  @SignedIn()
  @ApiBearerAuth()
  @Delete('useful')
  @ApiOkResponse({ standardSchema: practiceView })
  async notUseful(@CurrentReader() reader: Reader, @Param('slug', { schema: slugSchema }) slug: string) {
    await this.readers.useful(reader.actor, slug, false);
    return this.reading.one(reader, slug);
  }

  /** Tells that it was used elsewhere; others see it when the practice has confirmed it. */
  @SignedIn()
  @ApiBearerAuth()
  @Post('used')
  @ApiCreatedResponse({ standardSchema: practiceView })
  async tell(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body({ schema: usedElsewhereInput }) input: UsedElsewhereInput,
  ) {
    await this.readers.tell(reader.actor, slug, input);
    return this.reading.one(reader, slug);
  }

  /** Confirms that it was used there; for its author and its partnership. */
  @SignedIn()
  @ApiBearerAuth()
  @Put('used/:id/confirmation')
  @ApiOkResponse({ standardSchema: practiceView })
  async confirm(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('id', { schema: z.guid() }) id: string,
  ) {
    await this.readers.confirm(reader.actor, slug, id);
    return this.reading.one(reader, slug);
  }

  /** Takes it off the list; for its author and its partnership. */
  @SignedIn()
  @ApiBearerAuth()
  @Delete('used/:id')
  @HttpCode(204)
  @ApiNoContentResponse()
  async remove(
    @CurrentReader() { actor }: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('id', { schema: z.guid() }) id: string,
  ) {
    await this.readers.remove(actor, slug, id);
  }
}
