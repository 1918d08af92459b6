import { Body, Controller, Get, Post } from '@nestjs/common';
import { SignedIn } from '../../core/access/marks';
import { Forbidden } from '../../core/errors/refusal';
import { attempt } from '../../core/http/attempt';
import { freshForm, type FormState } from '../../core/http/form';
import { page, seeOther, type Page, type SeeOther } from '../../core/http/page';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { Partnerships } from '../../partnerships/partnerships.service';
import { PlatformEditing } from './platform-editing.service';
import { NewPlatformPage } from './platform-form';
import { founds } from '../platform.policy';
import { newPlatformForm } from '../platform.schema';

/** Creating a platform: administrators, and organisers for their partnership. */
@SignedIn()
@Controller(':locale/platforms/new')
export class NewPlatformPages {
  constructor(
    private readonly editing: PlatformEditing,
    private readonly partnerships: Partnerships,
  ) {}

  /** The form for a new platform. */
  @Get()
  form(@CurrentReader() reader: Reader): Promise<Page> {
    return this.newPage(reader, freshForm({ locale: reader.language.locale }));
  }

  /** Creates the platform. */
  @Post()
  async create(@CurrentReader() reader: Reader, @Body() body: unknown): Promise<Page | SeeOther> {
    const answer = await attempt(newPlatformForm, body, (input) => this.editing.create(reader.actor, input));
    if (!answer.done) return this.newPage(reader, answer.form);
    return seeOther(`/platforms/${answer.result}/edit`, 'platforms:notice.created');
  }

  private async newPage(reader: Reader, form: FormState): Promise<Page> {
    const { actor, language } = reader;
    if (!founds(actor)) throw new Forbidden();
    const all = await this.partnerships.list(reader);
    const { t } = language;
    return page({
      title: t('platforms:new.title'),
      section: 'platforms',
      crumbs: [{ label: t('platforms:list.title'), path: '/platforms' }],
      body: (
        <NewPlatformPage
          form={form}
          partnerships={all.filter(({ id }) => actor.administrator || actor.holds('organiser', id))}
          alone={actor.administrator}
        />
      ),
      status: form.refusal?.status,
      hidden: true,
    });
  }
}
