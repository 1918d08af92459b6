import { Body, Controller, Get, Param, Post, StreamableFile, UploadedFile } from '@nestjs/common';
import { z } from 'zod';
import { SignedIn } from '../../../core/access/marks';
import { writeCsv } from '../../../core/csv/csv';
import { Refusal } from '../../../core/errors/refusal';
import { attempt } from '../../../core/http/attempt';
import { page, seeOther } from '../../../core/http/page';
import { RateLimit } from '../../../core/http/rate-limit';
import { CurrentReader, type Reader } from '../../../core/http/reader';
import { slug as slugSchema } from '../../../core/http/slug.schema';
import { Upload, type UploadedFile as File } from '../../../core/http/upload';
import { writeWorkbook } from '../../../core/spreadsheets/write-workbook';
import { importPath, workPath } from '../comparison-paths';
import { FundingNotices } from '../../../partnerships/funding/funding-notices.service';
import { countryInPath } from '../countries/country.schema';
import { AnswerImport } from './answer-import.service';
import { AnswerTemplate } from './answer-template.service';
import { readAnswerFile } from './import-file';
import { ImportPage } from './import-page';

const nothing = z.strictObject({});

const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Characters of a column, by what stands in it. */
const WIDTHS = [10, 60, 40, 10, 12, 12, 12, 12, 12, 8, 24, 8, 60, 8, 40, 12, 8, 12];

/** Answers of one country that come as a file. */
@SignedIn()
@Controller(':locale/comparisons/:slug/import/:country')
export class AnswerImportPages {
  constructor(
    private readonly imports: AnswerImport,
    private readonly template: AnswerTemplate,
    private readonly notices: FundingNotices,
  ) {}

  @Get()
  form(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('country', { schema: countryInPath }) code: string,
  ) {
    return this.page(reader, { slug, country: code });
  }

  @Get('template.csv')
  async csv(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('country', { schema: countryInPath }) code: string,
  ) {
    const { heads, rows } = await this.template.of(reader, slug, code);
    return fileOf(Buffer.from(writeCsv([heads, ...rows])), 'text/csv; charset=utf-8', `${slug}-${code}.csv`);
  }

  @Get('template.xlsx')
  async xlsx(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('country', { schema: countryInPath }) code: string,
  ) {
    const { title, heads, rows } = await this.template.of(reader, slug, code);
    const { language } = reader;
    const head = heads.map((text) => ({ text, look: 'head' as const }));
    const body = rows.map((row) => row.map((text) => (text ? { text, look: 'wrapped' as const } : null)));
    const book = await writeWorkbook({
      ...{ title, creator: 'Polylog', language: language.locale, day: new Date().toISOString().slice(0, 10) },
      sheets: [
        {
          name: language.t('comparisons:import.title'),
          ...{ widths: WIDTHS, frozen: { rows: 1, columns: 1 } },
          rows: [head, ...body],
        },
      ],
    });
    return fileOf(book, SHEET, `${slug}-${code}.xlsx`);
  }

  @RateLimit(60, 3600)
  @Upload('file')
  @Post()
  async bring(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('country', { schema: countryInPath }) code: string,
    @UploadedFile() file: File | undefined,
  ) {
    const place = { slug, country: code };
    await this.imports.allow(reader.actor, place);
    try {
      const rows = await readAnswerFile(file?.buffer ?? Buffer.alloc(0));
      const id = await this.imports.bring(reader.actor, place, rows, reader.language.locale);
      return seeOther(`${importPath(slug, code)}/${id}`);
    } catch (error) {
      if (error instanceof Refusal && error.status === 422)
        return this.page(reader, place, { refused: error });
      throw error;
    }
  }

  @Get(':id')
  async check(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('country', { schema: countryInPath }) code: string,
    @Param('id', { schema: z.guid() }) id: string,
  ) {
    return this.page(reader, { slug, country: code }, { id });
  }

  @Post(':id')
  async confirm(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('country', { schema: countryInPath }) code: string,
    @Param('id', { schema: z.guid() }) id: string,
    @Body() body: unknown,
  ) {
    const place = { slug, country: code };
    const answer = await attempt(nothing, body, () => this.imports.confirm(reader.actor, place, id));
    if (!answer.done) return this.page(reader, place, { id, refused: answer.form.refusal! });
    return seeOther(workPath(slug, code), 'comparisons:notice.imported', { count: answer.result });
  }

  private async page(
    reader: Reader,
    place: { slug: string; country: string },
    { id, refused }: { id?: string; refused?: Refusal } = {},
  ) {
    const { actor, language } = reader;
    const comparison = await this.imports.allow(actor, place);
    const brought = id !== undefined && { id, rows: await this.imports.check(actor, place, id) };
    const { partnership } = comparison;
    const funding = await this.notices.of([partnership.id], reader.locales);
    const shown = {
      comparison,
      country: place.country,
      ...(brought && { brought }),
      ...(refused && { refused }),
    };
    return page({
      title: `${language.t('comparisons:import.title')} – ${comparison.title}`,
      section: 'comparisons',
      crumbs: [
        {
          label: partnership.acronym ?? partnership.name,
          path: `/partnerships/${partnership.slug}`,
          lang: partnership.locale,
        },
      ],
      accent: partnership.accent,
      funding: [...funding.values()],
      body: <ImportPage {...shown} />,
      hidden: true,
      ...(refused && { status: refused.status }),
    });
  }
}

const fileOf = (bytes: Buffer, type: string, name: string): StreamableFile =>
  new StreamableFile(bytes, { type, length: bytes.length, disposition: `attachment; filename="${name}"` });
