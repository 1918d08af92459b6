import { Body, Controller, Get, Param, Post, Query, UploadedFile } from '@nestjs/common';
import { z } from 'zod';
import { Public, SignedIn } from '../core/access/marks';
import { Config } from '../core/config/config';
import { attempt } from '../core/http/attempt';
import { freshForm, type FormState } from '../core/http/form';
import { page, seeOther } from '../core/http/page';
import { RateLimit } from '../core/http/rate-limit';
import { CurrentReader, type Reader } from '../core/http/reader';
import { UploadToDisk, type IncomingFile } from '../core/http/upload';
import { PATHS } from '../ui/paths';
import { FilePage } from './file-page';
import { FileShelf } from './file-shelf.service';
import { editedFileForm, filesQuery, newFileFacts } from './file.schema';
import { Files } from './files.service';
import { OwnFilesPage } from './own-files';
import { Uploads } from './uploads.service';

const id = z.guid();
const nothing = z.strictObject({});

/** What one has brought, and what is known of a file. */
@Controller(':locale/files')
export class FilesPages {
  constructor(
    private readonly config: Config,
    private readonly files: Files,
    private readonly uploads: Uploads,
    private readonly shelf: FileShelf,
  ) {}

  /** One's own files, and a form to bring another. */
  @SignedIn()
  @Get()
  async own(
    @CurrentReader() reader: Reader,
    @Query({ schema: filesQuery }) query: z.output<typeof filesQuery>,
  ) {
    return this.ownPage(reader, query.page, freshForm({ locale: reader.language.locale }));
  }

  /** Brings a file. */
  @SignedIn()
  @RateLimit(60, 60)
  @UploadToDisk('file')
  @Post()
  async bring(
    @CurrentReader() reader: Reader,
    @UploadedFile() file: IncomingFile | undefined,
    @Body() body: unknown,
  ) {
    const answer = await attempt(newFileFacts, body, ({ locale = reader.language.locale, ...facts }) =>
      this.uploads.upload(reader.actor, file, { ...facts, locale }),
    );
    if (!answer.done) return this.ownPage(reader, 1, answer.form);
    return seeOther(`${PATHS.files}/${answer.result}`, 'files:notice.brought');
  }

  /** One file, with all that is known of it. */
  @Public()
  @Get(':id')
  async show(@CurrentReader() reader: Reader, @Param('id', { schema: id }) fileId: string) {
    return this.filePage(reader, fileId);
  }

  /** Says something else of it. */
  @SignedIn()
  @Post(':id')
  async describe(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) fileId: string,
    @Body() body: unknown,
  ) {
    const answer = await attempt(editedFileForm, body, (input) =>
      this.files.describe(reader.actor, fileId, input),
    );
    if (!answer.done) return this.filePage(reader, fileId, answer.form);
    return seeOther(`${PATHS.files}/${fileId}`, 'files:notice.described');
  }

  /** Removes it. */
  @SignedIn()
  @Post(':id/remove')
  async remove(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) fileId: string,
    @Body() body: unknown,
  ) {
    const answer = await attempt(nothing, body, () => this.files.remove(reader.actor, fileId));
    if (!answer.done) return this.filePage(reader, fileId, undefined, answer.form);
    return seeOther(PATHS.files, 'files:notice.removed');
  }

  private async ownPage(reader: Reader, number: number, form: FormState) {
    const own = await this.shelf.own(reader, number);
    return page({
      title: reader.language.t('files:own.title'),
      path: PATHS.files,
      hidden: true,
      status: form.refusal?.status ?? 200,
      body: <OwnFilesPage own={own} form={form} limit={this.config.uploadLimit} />,
    });
  }

  private async filePage(reader: Reader, fileId: string, form?: FormState, removing?: FormState) {
    const { view, texts } = await this.shelf.withTexts(reader, fileId);
    const { file } = await this.files.find(reader.actor, fileId);
    const { alt, credit, licence, consent, locale, revision } = file;
    const fresh = freshForm({
      ...{ alt: alt ?? '', credit: credit ?? '', licence: licence ?? '', consent: consent ?? '' },
      ...{ locale, revision: String(revision) },
    });
    return page({
      title: view.name,
      path: `${PATHS.files}/${fileId}`,
      hidden: true,
      ...(reader.actor.is(file.uploaderId) && {
        crumbs: [{ label: reader.language.t('files:own.title'), path: PATHS.files }],
      }),
      status: (form ?? removing)?.refusal?.status ?? 200,
      body: <FilePage view={view} texts={texts} form={form ?? fresh} removing={removing ?? freshForm()} />,
    });
  }
}
