import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiTags,
} from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../../core/access/actor';
import { CurrentActor, SignedIn } from '../../core/access/marks';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { slug as slugSchema } from '../../core/http/slug.schema';
import { COUNTRY_CODE } from '../comparison-facts';
import { ComparisonAccess } from '../comparison.access';
import { ComparisonStructure } from './asking/comparison-structure.service';
import { ComparedCountries } from './countries/compared-countries.service';
import { newCountry, type NewCountry } from './countries/country.schema';
import { ComparisonEditing } from './facts/comparison-editing.service';
import {
  comparisonChanges,
  type ComparisonChanges,
  comparisonStatus,
  newComparison,
  type NewComparison,
} from './facts/comparison.schema';
import { structureOf } from './structure-view';
import { begunComparison, structureView } from './structure.schema';

const countryCode = z.string().regex(COUNTRY_CODE);

/** Comparisons as they are set up. */
@ApiTags('comparisons')
@ApiBearerAuth()
@SignedIn()
@Controller('api/v1/comparisons')
export class ComparisonStructureController {
  constructor(
    private readonly editing: ComparisonEditing,
    private readonly structure: ComparisonStructure,
    private readonly countries: ComparedCountries,
    private readonly access: ComparisonAccess,
  ) {}

  /** Begins a comparison as a draft of its partnership. */
  @Post()
  @ApiCreatedResponse({ standardSchema: begunComparison })
  begin(@CurrentActor() actor: Actor, @Body({ schema: newComparison }) input: NewComparison) {
    return this.editing.begin(actor, input);
  }

  /** What is asked of whom, for those who do the work. */
  @Get(':slug/structure')
  @ApiOkResponse({ standardSchema: structureView })
  async structureOf(
    @CurrentReader() { actor, locales }: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
  ) {
    const comparison = await this.access.toWork(actor, slug);
    const [dimensions, countries] = await Promise.all([
      this.structure.of(comparison.id, locales),
      this.countries.of(comparison.id),
    ]);
    return structureOf(comparison, dimensions, countries, locales);
  }

  /** Changes what is said of the whole; 409 when somebody saved first. */
  @Patch(':slug')
  @HttpCode(204)
  @ApiNoContentResponse()
  edit(
    @CurrentActor() actor: Actor,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body({ schema: comparisonChanges }) changes: ComparisonChanges,
  ) {
    return this.editing.edit(actor, slug, changes);
  }

  /** Opens it for answers, closes it, or takes it back to be prepared. */
  @Put(':slug/status')
  @HttpCode(204)
  @ApiNoContentResponse()
  turn(
    @CurrentActor() actor: Actor,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body({ schema: comparisonStatus }) { status }: z.output<typeof comparisonStatus>,
  ) {
    return this.editing.turn(actor, slug, status);
  }

  /** Compares one more country, or several together. */
  @Post(':slug/countries')
  @HttpCode(204)
  @ApiNoContentResponse()
  addCountry(
    @CurrentActor() actor: Actor,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body({ schema: newCountry }) input: NewCountry,
  ) {
    return this.countries.add(actor, slug, input);
  }

  /** Takes a country out that has answered nothing. */
  @Delete(':slug/countries/:code')
  @HttpCode(204)
  @ApiNoContentResponse()
  removeCountry(
    @CurrentActor() actor: Actor,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('code', { schema: countryCode }) code: string,
  ) {
    return this.countries.remove(actor, slug, code);
  }
}
