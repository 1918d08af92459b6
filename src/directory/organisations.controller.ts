import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../core/access/actor';
import { CurrentActor, Public, SignedIn } from '../core/access/marks';
import { CurrentReader, type Reader } from '../core/http/reader';
import { slug as slugSchema } from '../core/http/slug.schema';
import {
  organisationChanges,
  organisationFilters,
  organisationInput,
  organisationPage,
  organisationView,
  type OrganisationChanges,
  type OrganisationFilters,
  type OrganisationInput,
} from './organisation.schema';
import { Organisations } from './organisations.service';

@ApiTags('organisations')
@Controller('api/v1/organisations')
export class OrganisationsController {
  constructor(private readonly organisations: Organisations) {}

  /** Organisations that match, page by page. */
  @Public()
  @Get()
  @ApiOkResponse({ standardSchema: organisationPage })
  list(
    @CurrentReader() reader: Reader,
    @Query({ schema: organisationFilters }) filters: OrganisationFilters,
  ) {
    return this.organisations.list(reader, filters);
  }

  /** One organisation. */
  @Public()
  @Get(':slug')
  @ApiOkResponse({ standardSchema: organisationView })
  show(@CurrentActor() actor: Actor, @Param('slug', { schema: slugSchema }) slug: string) {
    return this.organisations.bySlug(actor, slug);
  }

  /** Lists an organisation; for organisers, editors and hosts. */
  @SignedIn()
  @ApiBearerAuth()
  @Post()
  @ApiCreatedResponse({ standardSchema: organisationView })
  create(@CurrentActor() actor: Actor, @Body({ schema: organisationInput }) input: OrganisationInput) {
    return this.organisations.create(actor, input);
  }

  /** Changes what is known of an organisation; 409 when somebody saved first. */
  @SignedIn()
  @ApiBearerAuth()
  @Patch(':slug')
  @ApiOkResponse({ standardSchema: organisationView })
  edit(
    @CurrentActor() actor: Actor,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body({ schema: organisationChanges }) changes: OrganisationChanges,
  ) {
    return this.organisations.edit(actor, slug, changes);
  }
}
