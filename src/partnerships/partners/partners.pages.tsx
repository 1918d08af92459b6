import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { Organisations } from '../../directory/organisations.service';
import { SignedIn } from '../../core/access/marks';
import { attempt } from '../../core/http/attempt';
import { seeOther } from '../../core/http/page';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { slug as slugSchema } from '../../core/http/slug.schema';
import { EditingFrame, editingPath, type RefusedForm } from '../editing/editing-frame';
import { nothing, partnerForm, roleForm } from '../editing/editing.schema';
import { PartnerEditing } from './partner-editing';
import { Partners } from './partners.service';
import { PartnershipRecords } from '../partnership-records.service';

/** Who takes part: adding, changing roles, removing. */
@SignedIn()
@Controller(':locale/partnerships/:slug/edit/partners')
export class PartnersPages {
  constructor(
    private readonly records: PartnershipRecords,
    private readonly partners: Partners,
    private readonly organisations: Organisations,
    private readonly frame: EditingFrame,
  ) {}

  @Get()
  async show(@CurrentReader() reader: Reader, @Param('slug', { schema: slugSchema }) slug: string) {
    return this.page(reader, slug);
  }

  @Post()
  async add(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body() body: unknown,
  ) {
    const answer = await attempt(partnerForm, body, ({ organisationId, role }) =>
      this.partners.add(reader.actor, slug, organisationId, role),
    );
    if (!answer.done) return this.page(reader, slug, { at: 'new', state: answer.form });
    return seeOther(editingPath(slug, 'partners'), 'partnerships:notice.added');
  }

  @Post(':organisation/role')
  async changeRole(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('organisation', { schema: z.guid() }) organisationId: string,
    @Body() body: unknown,
  ) {
    const answer = await attempt(roleForm, body, ({ role }) =>
      this.partners.changeRole(reader.actor, slug, organisationId, role),
    );
    if (!answer.done) return this.page(reader, slug, { at: organisationId, state: answer.form });
    return seeOther(editingPath(slug, 'partners'), 'partnerships:notice.saved');
  }

  @Post(':organisation/remove')
  async remove(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('organisation', { schema: z.guid() }) organisationId: string,
    @Body() body: unknown,
  ) {
    const answer = await attempt(nothing, body, () =>
      this.partners.remove(reader.actor, slug, organisationId),
    );
    if (!answer.done) return this.page(reader, slug, { at: organisationId, state: answer.form });
    return seeOther(editingPath(slug, 'partners'), 'partnerships:notice.removed');
  }

  private async page(reader: Reader, slug: string, refused?: RefusedForm) {
    const row = await this.records.original(reader.actor, slug);
    const partners = await this.partners.of(row.id);
    const taken = new Set(partners.map(({ organisation }) => organisation.id));
    const choices = (await this.organisations.choices(reader.language)).filter(({ id }) => !taken.has(id));
    const body = (
      <PartnerEditing row={row} partners={partners} choices={choices} {...(refused && { refused })} />
    );
    return this.frame.page(reader, row, {
      tab: 'partners',
      body,
      ...(refused && { refused: refused.state }),
    });
  }
}
