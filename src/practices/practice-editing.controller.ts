import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiTags,
} from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../core/access/actor';
import { CurrentActor, SignedIn } from '../core/access/marks';
import { slug as slugSchema } from '../core/http/slug.schema';
import { addedRow, begun, originalView, type OriginalView } from './editing/original.schema';
import { originalOf, PracticeEditing } from './editing/practice-editing.service';
import { newPractice, practiceChanges, type NewPractice, type PracticeChanges } from './practice.schema';
import { Practices } from './practices.service';
import { newRow, rowChanges, type NewRow, type RowChanges } from './rows/practice-row.schema';
import { PracticeRows } from './rows/practice-rows.service';

const id = z.guid();

/** The words and facts of a case, for those who write it. */
@ApiTags('practices')
@ApiBearerAuth()
@SignedIn()
@Controller('api/v1/practices')
export class PracticeEditingController {
  constructor(
    private readonly practices: Practices,
    private readonly editing: PracticeEditing,
    private readonly rows: PracticeRows,
  ) {}

  /** Begins a case as a draft of your own. */
  @Post()
  @ApiCreatedResponse({ standardSchema: begun })
  begin(@CurrentActor() actor: Actor, @Body({ schema: newPractice }) input: NewPractice) {
    return this.practices.begin(actor, input);
  }

  /** The original as it is being written, and what it lacks. */
  @Get(':slug/original')
  @ApiOkResponse({ standardSchema: originalView })
  async original(
    @CurrentActor() actor: Actor,
    @Param('slug', { schema: slugSchema }) slug: string,
  ): Promise<OriginalView> {
    const { row, missing } = await this.editing.draft(actor, slug);
    const [actors, results, links] = await Promise.all([
      this.rows.of(row.id, 'actors'),
      this.rows.of(row.id, 'results'),
      this.rows.of(row.id, 'links'),
    ]);
    const { locale, revision, ...fields } = originalOf(row);
    const lists = { actors: actors.map(plain), results: results.map(plain), links: links.map(plain) };
    return { id: row.id, slug, locale, revision, fields, ...lists, missing };
  }

  /** Changes some of it; 409 when somebody saved first, 403 when it is locked. */
  @Patch(':slug/original')
  @ApiOkResponse({ standardSchema: originalView })
  async edit(
    @CurrentActor() actor: Actor,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body({ schema: practiceChanges }) changes: PracticeChanges,
  ) {
    await this.editing.edit(actor, slug, changes);
    return this.original(actor, slug);
  }

  /** Adds somebody who takes part. */
  @Post(':slug/actors')
  @ApiCreatedResponse({ standardSchema: addedRow })
  async addActor(
    @CurrentActor() actor: Actor,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body({ schema: newRow.actors }) row: NewRow['actors'],
  ) {
    return { id: await this.rows.add(actor, slug, 'actors', row) };
  }

  /** Adds a measured result. */
  @Post(':slug/results')
  @ApiCreatedResponse({ standardSchema: addedRow })
  async addResult(
    @CurrentActor() actor: Actor,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body({ schema: newRow.results }) row: NewRow['results'],
  ) {
    return { id: await this.rows.add(actor, slug, 'results', row) };
  }

  /** Adds a page or a document that tells more. */
  @Post(':slug/links')
  @ApiCreatedResponse({ standardSchema: addedRow })
  async addLink(
    @CurrentActor() actor: Actor,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body({ schema: newRow.links }) row: NewRow['links'],
  ) {
    return { id: await this.rows.add(actor, slug, 'links', row) };
  }

  /** Changes somebody who takes part. */
  @Patch(':slug/actors/:id')
  @HttpCode(204)
  @ApiNoContentResponse()
  editActor(
    @CurrentActor() actor: Actor,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('id', { schema: id }) row: string,
    @Body({ schema: rowChanges.actors }) changes: RowChanges['actors'],
  ) {
    return this.rows.edit(actor, slug, 'actors', row, changes);
  }

  /** Changes a measured result. */
  @Patch(':slug/results/:id')
  @HttpCode(204)
  @ApiNoContentResponse()
  editResult(
    @CurrentActor() actor: Actor,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('id', { schema: id }) row: string,
    @Body({ schema: rowChanges.results }) changes: RowChanges['results'],
  ) {
    return this.rows.edit(actor, slug, 'results', row, changes);
  }

  /** Changes where more is told. */
  @Patch(':slug/links/:id')
  @HttpCode(204)
  @ApiNoContentResponse()
  editLink(
    @CurrentActor() actor: Actor,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('id', { schema: id }) row: string,
    @Body({ schema: rowChanges.links }) changes: RowChanges['links'],
  ) {
    return this.rows.edit(actor, slug, 'links', row, changes);
  }

  /** Takes somebody who takes part off the list. */
  @Delete(':slug/actors/:id')
  @HttpCode(204)
  @ApiNoContentResponse()
  removeActor(
    @CurrentActor() actor: Actor,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('id', { schema: id }) row: string,
  ) {
    return this.rows.remove(actor, slug, 'actors', row);
  }

  /** Takes a result off the list. */
  @Delete(':slug/results/:id')
  @HttpCode(204)
  @ApiNoContentResponse()
  removeResult(
    @CurrentActor() actor: Actor,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('id', { schema: id }) row: string,
  ) {
    return this.rows.remove(actor, slug, 'results', row);
  }

  /** Takes a link off the list. */
  @Delete(':slug/links/:id')
  @HttpCode(204)
  @ApiNoContentResponse()
  removeLink(
    @CurrentActor() actor: Actor,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('id', { schema: id }) row: string,
  ) {
    return this.rows.remove(actor, slug, 'links', row);
  }
}

type Written = OriginalView['actors'][number];

const plain = (row: { id: string; revision: number }): Written => ({ ...row });
