import { Controller, Get, Param } from '@nestjs/common';
import { Public } from '../core/access/marks';
import { page } from '../core/http/page';
import { CurrentReader, type Reader } from '../core/http/reader';
import { slug as slugSchema } from '../core/http/slug.schema';
import { AlternativeNames, OrganisationRecord } from '../directory/organisation';
import { Organisations } from '../directory/organisations.service';
import { Participations } from '../partnerships/partners/participations';
import { Partnerships } from '../partnerships/partnerships.service';

/** The page of one organisation: what is known of it, and what it takes part in. */
@Public()
@Controller(':locale/organisations')
export class OrganisationPage {
  constructor(
    private readonly organisations: Organisations,
    private readonly partnerships: Partnerships,
  ) {}

  @Get(':slug')
  async show(@CurrentReader() reader: Reader, @Param('slug', { schema: slugSchema }) slug: string) {
    const organisation = await this.organisations.bySlug(reader.actor, slug);
    const participations = await this.partnerships.ofOrganisation(reader, organisation.id);
    return page({
      title: organisation.name,
      section: 'organisations',
      crumbs: [{ label: reader.language.t('directory:title'), path: '/organisations' }],
      body: (
        <OrganisationRecord organisation={organisation}>
          <Participations participations={participations} />
          <AlternativeNames organisation={organisation} />
        </OrganisationRecord>
      ),
    });
  }
}
