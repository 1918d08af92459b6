import { Controller, Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { Public } from '../../core/access/marks';
import { NotFound } from '../../core/errors/refusal';
import { KeptPages } from '../../core/http/kept-pages.service';
import type { KeptPage, Page } from '../../core/http/page';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { slug as slugSchema } from '../../core/http/slug.schema';
import { ComparisonStates } from './comparison-states.service';
import { wantedAt, type Place, type Wanted, type Which } from './reading-paths';
import { SheetPages } from './sheet-pages.service';
import { WhichVersion } from './which-version';

const code = z.string().max(40);
type Wishes = Record<string, unknown>;

/** A comparison as it is read: now, in each of its versions, and as it is being worked on. */
@Public()
@Controller(':locale/comparisons')
export class ComparisonsReadingPages {
  constructor(
    private readonly sheets: SheetPages,
    private readonly states: ComparisonStates,
    private readonly kept: KeptPages,
  ) {}

  @Get(':slug')
  table(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Query() wishes: Wishes,
  ) {
    return this.shown(reader, { slug, which: undefined }, { page: 'table' }, wishes);
  }

  @Get(':slug/countries/:country')
  country(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('country', { schema: code }) country: string,
  ) {
    return this.shown(reader, { slug, which: undefined }, { page: 'country', country });
  }

  @Get(':slug/dimensions/:code')
  dimension(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('code', { schema: code }) name: string,
  ) {
    return this.shown(reader, { slug, which: undefined }, { page: 'dimension', code: name });
  }

  @Get(':slug/questions/:code')
  question(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('code', { schema: code }) name: string,
    @Query() wishes: Wishes,
  ) {
    return this.shown(reader, { slug, which: undefined }, { page: 'question', code: name }, wishes);
  }

  @Get(':slug/answers/:country/:code')
  answer(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('country', { schema: code }) country: string,
    @Param('code', { schema: code }) name: string,
    @Query() wishes: Wishes,
  ) {
    return this.shown(reader, { slug, which: undefined }, { page: 'answer', country, code: name }, wishes);
  }

  @Get(':slug/timeline')
  timeline(@CurrentReader() reader: Reader, @Param('slug', { schema: slugSchema }) slug: string) {
    return this.shown(reader, { slug, which: undefined }, { page: 'timeline' });
  }

  @Get(':slug/changes')
  changes(@CurrentReader() reader: Reader, @Param('slug', { schema: slugSchema }) slug: string) {
    return this.shown(reader, { slug, which: undefined }, { page: 'changes' });
  }

  /** All of these pages stay at the addresses of their version for ever. */
  @Get([':slug/versions/:version', ':slug/versions/:version/*parts', ':slug/working', ':slug/working/*parts'])
  version(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @WhichVersion() which: Which,
    @Param('parts') parts: string[] | undefined,
    @Query() wishes: Wishes,
  ) {
    const wanted = wantedAt(parts ?? []);
    if (!wanted) throw new NotFound();
    return this.shown(reader, { slug, which }, wanted, wishes);
  }

  private async shown(
    reader: Reader,
    place: Place,
    wanted: Wanted,
    wishes: Wishes = {},
  ): Promise<Page | KeptPage> {
    const draw = () => this.sheets.draw(reader, place, wanted, wishes);
    if (place.which === 'working' || wanted.page === 'answer') return draw();
    return this.kept.orDraw(reader, () => this.states.of(reader, place.slug), draw);
  }
}
