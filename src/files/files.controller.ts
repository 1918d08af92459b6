import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Query,
  UploadedFile,
} from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiTags,
} from '@nestjs/swagger';
import { z } from 'zod';
import { Public, SignedIn } from '../core/access/marks';
import { attempt } from '../core/http/attempt';
import { RateLimit } from '../core/http/rate-limit';
import { CurrentReader, type Reader } from '../core/http/reader';
import { UploadToDisk, type IncomingFile } from '../core/http/upload';
import {
  editedFileFacts,
  filesQuery,
  newFileFacts,
  ownFiles,
  ownFileView,
  type EditedFileFacts,
  type OwnFiles,
  type OwnFileView,
} from './file.schema';
import { FileShelf } from './file-shelf.service';
import { Files } from './files.service';
import { Uploads } from './uploads.service';

const text = { type: 'string' };

/** What a form with a file looks like. */
const FORM = {
  schema: {
    type: 'object',
    required: ['file'],
    properties: {
      file: { type: 'string', format: 'binary', description: 'JPEG, PNG, WebP, GIF, AVIF, PDF or office' },
      _token: { ...text, description: 'Needed with a session: as in the forms of its pages' },
      ...{ alt: text, credit: text, licence: text, locale: text },
      consent: { ...text, enum: ['', 'yes', 'no', 'nobody'] },
    },
  },
};

@ApiTags('files')
@Controller('api/v1/files')
export class FilesController {
  constructor(
    private readonly files: Files,
    private readonly uploads: Uploads,
    private readonly shelf: FileShelf,
  ) {}

  /** The files that you have brought, the newest first. */
  @SignedIn()
  @ApiBearerAuth()
  @Get()
  @ApiOkResponse({ standardSchema: ownFiles })
  list(
    @CurrentReader() reader: Reader,
    @Query({ schema: filesQuery }) { page }: z.output<typeof filesQuery>,
  ): Promise<OwnFiles> {
    return this.shelf.own(reader, page);
  }

  /** Brings an image or a document; only you can read it until a text uses it. Unused, it goes after seven days. */
  @SignedIn()
  @ApiBearerAuth()
  @RateLimit(60, 60)
  @UploadToDisk('file')
  @Post()
  @ApiConsumes('multipart/form-data')
  @ApiBody(FORM)
  @ApiCreatedResponse({ standardSchema: ownFileView })
  async bring(
    @CurrentReader() reader: Reader,
    @UploadedFile() file: IncomingFile | undefined,
    @Body() body: unknown,
  ): Promise<OwnFileView> {
    const answer = await attempt(newFileFacts, body, ({ locale = reader.language.locale, ...facts }) =>
      this.uploads.upload(reader.actor, file, { ...facts, locale }),
    );
    if (!answer.done) throw answer.form.refusal!;
    return this.shelf.one(reader, answer.result);
  }

  /** What is known of a file. */
  @Public()
  @Get(':id')
  @ApiOkResponse({ standardSchema: ownFileView })
  show(@CurrentReader() reader: Reader, @Param('id', { schema: z.guid() }) id: string): Promise<OwnFileView> {
    return this.shelf.one(reader, id);
  }

  /** Says something else of a file; 409 when somebody saved first. */
  @SignedIn()
  @ApiBearerAuth()
  @Patch(':id')
  @ApiOkResponse({ standardSchema: ownFileView })
  async describe(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: z.guid() }) id: string,
    @Body({ schema: editedFileFacts }) input: EditedFileFacts,
  ): Promise<OwnFileView> {
    await this.files.describe(reader.actor, id, input);
    return this.shelf.one(reader, id);
  }

  /** Removes a file that no text uses. */
  @SignedIn()
  @ApiBearerAuth()
  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  async remove(
    @CurrentReader() { actor }: Reader,
    @Param('id', { schema: z.guid() }) id: string,
  ): Promise<void> {
    await this.files.remove(actor, id);
  }
}
