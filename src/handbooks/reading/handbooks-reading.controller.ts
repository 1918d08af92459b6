import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Public } from '../../core/access/marks';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { slug as slugSchema } from '../../core/http/slug.schema';
import { HandbookReading } from './handbook-reading.service';
import { chapterView, handbookList, handbookOutline, handbookView } from './reading.schema';

@Public()
@ApiTags('handbooks')
@Controller('api/v1/handbooks')
export class HandbooksReadingController {
  constructor(private readonly reading: HandbookReading) {}

  /** All handbooks that you may read. */
  @Get()
  @ApiOkResponse({ standardSchema: handbookList })
  async list(@CurrentReader() reader: Reader) {
    return { items: await this.reading.list(reader) };
  }

  /** One handbook with its contents. */
  @Get(':slug')
  @ApiOkResponse({ standardSchema: handbookView })
  show(@CurrentReader() reader: Reader, @Param('slug', { schema: slugSchema }) slug: string) {
    return this.reading.bySlug(reader, slug);
  }

  /** What texts of a handbook may refer to by its number: chapters and figures. */
  @Get(':slug/outline')
  @ApiOkResponse({ standardSchema: handbookOutline })
  outline(@CurrentReader() reader: Reader, @Param('slug', { schema: slugSchema }) slug: string) {
    return this.reading.outline(reader, slug);
  }

  /** One chapter with its sections, in the languages of the reader. */
  @Get(':slug/chapters/:chapter')
  @ApiOkResponse({ standardSchema: chapterView })
  chapter(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('chapter', { schema: slugSchema }) chapter: string,
  ) {
    return this.reading.chapterBySlug(reader, slug, chapter);
  }
}
