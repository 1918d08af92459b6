import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Public } from '../core/access/marks';
import { Conflict } from '../core/errors/refusal';
import { attempt } from '../core/http/attempt';
import { freshForm, type FormState } from '../core/http/form';
import { page, seeOther, type Crumb } from '../core/http/page';
import { CurrentReader, type Reader } from '../core/http/reader';
import { slug as slugSchema } from '../core/http/slug.schema';
import { EditOrganisation, NewOrganisation } from './organisation-form';
import { OrganisationList, pathOf } from './organisation-list';
import { organisationPath } from './organisation';
import { organisationPolicy } from './organisation.policy';
import { organisationEdit, organisationFilters, organisationInput } from './organisation.schema';
import type { OrganisationFilters, OrganisationView } from './organisation.schema';
import { Organisations } from './organisations.service';

/** The register of organisations in the browser; the page of one organisation is composed by site. */
@Public()
@Controller(':locale/organisations')
export class OrganisationPages {
  constructor(private readonly organisations: Organisations) {}

  @Get()
  async list(
    @CurrentReader() reader: Reader,
    @Query() typed: Record<string, string>,
    @Query({ schema: organisationFilters.strip() }) filters: OrganisationFilters,
  ) {
    const found = await this.organisations.list(reader, filters);
    const { q = '', country = '', type = '' } = typed;
    if (found.page > found.pages) return seeOther(pathOf({ q, country, type })(found.pages));
    const countries = await this.organisations.countries();
    const mayCreate = organisationPolicy.may(reader.actor, 'create', null);
    return page({
      title: reader.language.t('directory:title'),
      section: 'organisations',
      body: (
        <OrganisationList
          found={found}
          filters={{ q, country, type }}
          countries={countries}
          mayCreate={mayCreate}
        />
      ),
    });
  }

  @Get('new')
  new(@CurrentReader() reader: Reader) {
    organisationPolicy.allow(reader.actor, 'create', null);
    return this.newPage(reader, freshForm({ locale: reader.language.locale }));
  }

  @Post('new')
  async create(@CurrentReader() reader: Reader, @Body() body: unknown) {
    const answer = await attempt(organisationInput, body, (input) =>
      this.organisations.create(reader.actor, input),
    );
    if (!answer.done) return this.newPage(reader, answer.form);
    return seeOther(organisationPath(answer.result.slug), 'directory:notice.added');
  }

  @Get(':slug/edit')
  async editing(@CurrentReader() reader: Reader, @Param('slug', { schema: slugSchema }) slug: string) {
    const organisation = await this.organisations.editable(reader.actor, slug);
    return this.editPage(reader, organisation, freshForm(typedOf(organisation)));
  }

  @Post(':slug/edit')
  async edit(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body() body: unknown,
  ) {
    const answer = await attempt(organisationEdit, body, (input) =>
      this.organisations.edit(reader.actor, slug, input),
    );
    if (answer.done) return seeOther(organisationPath(slug), 'directory:notice.saved');
    return this.editPage(reader, await this.organisations.editable(reader.actor, slug), answer.form);
  }

  private newPage({ language }: Reader, state: FormState) {
    return page({
      title: language.t('directory:new.title'),
      section: 'organisations',
      crumbs: [register(language.t('directory:title'))],
      body: <NewOrganisation state={state} />,
      status: state.refusal?.status,
      hidden: true,
    });
  }

  private editPage({ language }: Reader, organisation: OrganisationView, state: FormState) {
    const { name, slug, lang } = organisation;
    return page({
      title: language.t('directory:editing.title'),
      section: 'organisations',
      crumbs: [register(language.t('directory:title')), { label: name, path: organisationPath(slug), lang }],
      body: (
        <EditOrganisation
          organisation={organisation}
          state={state}
          {...(state.refusal instanceof Conflict && { theirs: organisation })}
        />
      ),
      status: state.refusal?.status,
      hidden: true,
    });
  }
}

const register = (label: string): Crumb => ({ label, path: '/organisations' });

const typedOf = ({ name, lang, country, city, nuts, type, website, revision }: OrganisationView) => ({
  ...{ name, locale: lang, country, type, revision: String(revision) },
  ...{ city: city ?? '', nuts: nuts ?? '', website: website ?? '' },
});
