import { Body, Controller, Get, Param, Post, Query, UploadedFile } from '@nestjs/common';
import type { Actor } from '../../core/access/actor';
import { SignedIn } from '../../core/access/marks';
import { Config } from '../../core/config/config';
import { Forbidden, Invalid, type Refusal } from '../../core/errors/refusal';
import { attempt } from '../../core/http/attempt';
import type { FormState } from '../../core/http/form';
import { page, seeOther } from '../../core/http/page';
import { RateLimit } from '../../core/http/rate-limit';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { Upload, type UploadedFile as File } from '../../core/http/upload';
import { LOCALES, type Locale } from '../../core/i18n/locales';
import { z } from 'zod';
import { Exchange } from './exchange';
import { EXCHANGE } from './exchange-paths';
import {
  chosen,
  formatName,
  importId,
  performed,
  wanted,
  wantedMemory,
  type Chosen,
  type Wanted,
  type WantedMemory,
} from './exchange.schema';
import { fileOf, fileOfMemory, fileOfTermbase, type Format } from './formats';
import { MemoryExchange } from './memory-exchange.service';
import { TermbaseExchange } from './termbase-exchange.service';
import { Imports } from './imports.service';
import { Parcels, type Supply } from './parcels.service';
import { ExchangePlaces } from './places.service';
import { ImportPreview } from './preview';
import type { Scope } from './scope';

@SignedIn()
@Controller(':locale/translations/exchange')
export class ExchangePages {
  constructor(
    private readonly config: Config,
    private readonly places: ExchangePlaces,
    private readonly parcels: Parcels,
    private readonly imports: Imports,
    private readonly memory: MemoryExchange,
    private readonly termbase: TermbaseExchange,
  ) {}

  /** Texts for translators, and a way back for translations. */
  @Get()
  async show(@CurrentReader() reader: Reader, @Query({ schema: chosen }) query: Chosen) {
    return this.draw(reader, query);
  }

  /** The memory of translations between two languages as a file. */
  @RateLimit(60, 60)
  @Get('memory')
  async takeMemory(@CurrentReader() { actor }: Reader, @Query({ schema: wantedMemory }) query: WantedMemory) {
    return fileOfMemory(await this.memory.pairs(actor, query.from, query.to), query.format);
  }

  /** The termbase as TBX. */
  @RateLimit(60, 60)
  @Get('termbase')
  async takeTermbase() {
    return fileOfTermbase(await this.termbase.all());
  }

  /** The texts as a file. */
  @RateLimit(60, 60)
  @Get(':format')
  async take(
    @CurrentReader() { actor }: Reader,
    @Param('format', { schema: formatName }) format: Format,
    @Query({ schema: wanted }) query: Wanted,
  ) {
    return fileOf(await this.parcels.pack(actor, query), format);
  }

  /** Takes a file and leads to what it would do. */
  @RateLimit(60, 60)
  @Upload('file')
  @Post('imports')
  async bring(@CurrentReader() reader: Reader, @UploadedFile() file: File | undefined) {
    const answer = await attempt(z.object({}), {}, async () => {
      if (!file) throw Invalid.field('file', 'translations:exchange.fault.no_file');
      return this.imports.bring(reader.actor, file.originalname, file.buffer);
    });
    if (!answer.done) return this.draw(reader, { place: undefined }, answer.form);
    return seeOther(`${EXCHANGE}/imports/${answer.result}/preview`);
  }

  /** What the file would do. */
  @Get('imports/:id/preview')
  async preview(@CurrentReader() reader: Reader, @Param('id', { schema: importId }) id: string) {
    return this.drawPreview(reader, id);
  }

  /** Does what was shown. */
  @Post('imports/:id/preview')
  async perform(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: importId }) id: string,
    @Body() body: unknown,
  ) {
    const answer = await attempt(performed, body, ({ seen }) => this.imports.perform(reader.actor, id, seen));
    if (!answer.done) return this.drawPreview(reader, id, answer.form.refusal);
    return seeOther(EXCHANGE, 'translations:exchange.notice.done', { number: answer.result });
  }

  /** Gives the file up. */
  @Post('imports/:id/discard')
  async discard(@CurrentReader() { actor }: Reader, @Param('id', { schema: importId }) id: string) {
    await this.imports.discard(actor, id);
    return seeOther(EXCHANGE, 'translations:exchange.notice.discarded');
  }

  private async draw({ actor, language, locales }: Reader, { place, to }: Chosen, refused?: FormState) {
    const scope = place && (await this.chosen(actor, place, to ?? language.locale));
    const languages = [...LOCALES];
    const places = language.sort(await this.places.all(actor, languages), ({ title }) => title);
    const out = { places, languages, first: locales[0], ...(scope && { chosen: scope }) };
    return page({
      title: language.t('translations:exchange.title'),
      crumbs: [{ label: language.t('translations:worklist.title'), path: '/translations' }],
      hidden: true,
      ...(refused && { status: refused.refusal?.status ?? 422 }),
      body: <Exchange out={out} limit={this.config.uploadLimit} {...(refused && { refused })} />,
    });
  }

  private async chosen(actor: Actor, scope: Scope, to: Locale) {
    const { title, locale } = await this.places.name(actor, scope);
    return { scope, title, lang: locale, to, supply: await this.supply(actor, scope, to) };
  }

  /** Who may translate nothing there is told so by an empty list. */
  private async supply(actor: Actor, scope: Scope, to: Locale): Promise<Supply[]> {
    try {
      return await this.parcels.supply(actor, scope, to);
    } catch (error) {
      if (error instanceof Forbidden) return [];
      throw error;
    }
  }

  private async drawPreview({ actor, language }: Reader, id: string, refusal?: Refusal) {
    const preview = await this.imports.preview(actor, id);
    return page({
      title: language.t('translations:exchange.preview.title'),
      crumbs: [{ label: language.t('translations:exchange.title'), path: EXCHANGE }],
      hidden: true,
      ...(refusal && { status: refusal.status }),
      body: <ImportPreview preview={preview} {...(refusal && { refusal })} />,
    });
  }
}
