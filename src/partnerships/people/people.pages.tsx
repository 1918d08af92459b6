import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { SignedIn } from '../../core/access/marks';
import { attempt } from '../../core/http/attempt';
import { seeOther } from '../../core/http/page';
import { RateLimit } from '../../core/http/rate-limit';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { slug as slugSchema } from '../../core/http/slug.schema';
import { Appointments } from './appointments.service';
import { EditingFrame, editingPath, type RefusedForm } from '../editing/editing-frame';
import { appointForm, dismissForm } from '../editing/editing.schema';
import { PartnershipRecords } from '../partnership-records.service';
import { PeopleEditing } from './people-editing';

/** Who organises a partnership and who edits it: for its organisers and administrators. */
@SignedIn()
@Controller(':locale/partnerships/:slug/edit/people')
export class PeoplePages {
  constructor(
    private readonly records: PartnershipRecords,
    private readonly appointments: Appointments,
    private readonly frame: EditingFrame,
  ) {}

  @Get()
  async show(@CurrentReader() reader: Reader, @Param('slug', { schema: slugSchema }) slug: string) {
    return this.page(reader, slug);
  }

  /** Limited, since it tells whether an address has an account. */
  @Post()
  @RateLimit(30, 3600)
  async appoint(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body() body: unknown,
  ) {
    const answer = await attempt(appointForm, body, ({ email, office }) =>
      this.appointments.appoint(reader.actor, slug, email, office),
    );
    if (!answer.done) return this.page(reader, slug, { at: 'new', state: answer.form });
    return seeOther(editingPath(slug, 'people'), 'partnerships:notice.appointed');
  }

  @Post(':person/remove')
  async remove(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('person', { schema: z.guid() }) personId: string,
    @Body() body: unknown,
  ) {
    const answer = await attempt(dismissForm, body, ({ office }) =>
      this.appointments.remove(reader.actor, slug, personId, office),
    );
    if (!answer.done) {
      const { office } = answer.form.values;
      return this.page(reader, slug, { at: `${office}-${personId}`, state: answer.form });
    }
    if (reader.actor.is(personId)) return seeOther('/partnerships', 'partnerships:notice.dismissed');
    return seeOther(editingPath(slug, 'people'), 'partnerships:notice.dismissed');
  }

  private async page(reader: Reader, slug: string, refused?: RefusedForm) {
    const officers = await this.appointments.of(reader.actor, slug);
    const row = await this.records.original(reader.actor, slug);
    const body = <PeopleEditing row={row} officers={officers} {...(refused && { refused })} />;
    return this.frame.page(reader, row, { tab: 'people', body, ...(refused && { refused: refused.state }) });
  }
}
