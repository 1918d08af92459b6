import { Body, Controller, Get, Param, Post, Query, StreamableFile, UploadedFile } from '@nestjs/common';
import { z } from 'zod';
import { Public, SignedIn } from '../../core/access/marks';
import { attempt } from '../../core/http/attempt';
import { freshForm, type FormState } from '../../core/http/form';
import { seeOther } from '../../core/http/page';
import { RateLimit } from '../../core/http/rate-limit';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { slug as slugSchema } from '../../core/http/slug.schema';
import { locale } from '../../core/http/text.schema';
import { UploadToDisk, type IncomingFile } from '../../core/http/upload';
import { badFile } from '../../files/intake/bad-file';
import { HandbookAccess } from '../handbook.access';
import { HandbookEditing, HandbookEditingFrame } from '../structure/editing-frame.service';
import { editingPath } from '../structure/editing-paths';
import { Exchange } from './exchange';
import type { FolderPlan } from './folder-plan';
import { HandbookExport } from './handbook-export.service';
import { HandbookImport } from './handbook-import.service';

const Slug = () => Param('slug', { schema: slugSchema });
const wished = z.strictObject({ language: locale });
const bringing = z.strictObject({ locale, act: z.enum(['check', 'bring']).default('check') });

/** Handbooks as folders of Markdown: bringing one, and taking one along. */
@Controller(':locale/handbooks/:slug')
export class HandbookExchangePages {
  constructor(
    private readonly access: HandbookAccess,
    private readonly importing: HandbookImport,
    private readonly exporting: HandbookExport,
    private readonly frame: HandbookEditingFrame,
  ) {}

  @Public()
  @RateLimit(120, 3600)
  @Get('export')
  async export(
    @CurrentReader() { actor }: Reader,
    @Slug() slug: string,
    @Query({ schema: wished }) { language }: z.output<typeof wished>,
  ) {
    const zip = await this.exporting.zip(actor, slug, language);
    const disposition = `attachment; filename="${slug}-${language}.zip"`;
    return new StreamableFile(zip, { type: 'application/zip', length: zip.length, disposition });
  }

  @SignedIn()
  @Get('edit/exchange')
  async show(@CurrentReader() reader: Reader, @Slug() slug: string) {
    const { locale: own } = await this.access.to(reader.actor, 'edit', slug);
    return this.draw(reader, slug, freshForm({ locale: own }));
  }

  /** Looking first changes nothing; bringing makes all of it or nothing. */
  @SignedIn()
  @RateLimit(60, 3600)
  @UploadToDisk('file')
  @Post('edit/exchange')
  async bring(
    @CurrentReader() reader: Reader,
    @Slug() slug: string,
    @UploadedFile() file: IncomingFile | undefined,
    @Body() body: unknown,
  ) {
    const answer = await attempt(bringing, body, async (input) => {
      if (!file) throw badFile('handbooks:import.problem.no_file');
      const act = input.act;
      const plan =
        act === 'bring'
          ? await this.importing.bring(reader.actor, slug, input.locale, file)
          : await this.importing.plan(reader.actor, slug, file);
      return { act, plan, locale: input.locale };
    });
    if (!answer.done) return this.draw(reader, slug, answer.form);
    const { act, plan, locale: own } = answer.result;
    if (act === 'bring' && plan.faults.length === 0)
      return seeOther(editingPath(slug), 'handbooks:notice.brought');
    return this.draw(reader, slug, freshForm({ locale: own }), plan);
  }

  private async draw(reader: Reader, slug: string, state: FormState, plan?: FolderPlan) {
    const row = await this.access.to(reader.actor, 'edit', slug);
    const drawn = await this.frame.page(reader, row, {
      title: reader.language.t('handbooks:import.title', { title: row.title }),
      body: (
        <HandbookEditing row={row} tab="exchange">
          <Exchange row={row} state={state} {...(plan && { plan })} />
        </HandbookEditing>
      ),
      refused: state,
    });
    if (plan && plan.faults.length > 0) drawn.options.status = 422;
    return drawn;
  }
}
