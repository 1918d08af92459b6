import { Body, Controller, Get, Post } from '@nestjs/common';
import { SignedIn } from '../../core/access/marks';
import { attempt } from '../../core/http/attempt';
import { freshForm, type FormState } from '../../core/http/form';
import { page, seeOther, type Page, type SeeOther } from '../../core/http/page';
import { RateLimit } from '../../core/http/rate-limit';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { Organisations } from '../../directory/organisations.service';
import { PATHS } from '../../ui/paths';
import { PasswordChanges } from '../passwords/password-changes.service';
import { changeForm } from '../passwords/password.schema';
import { spreadReading } from '../person.schema';
import { ProfilePage } from './profile';
import { profileForm, type MeView } from './profile.schema';
import { Profiles } from './profiles.service';

interface Forms {
  profile?: FormState;
  password?: FormState;
}

@Controller(':locale/settings')
@SignedIn()
export class ProfilePages {
  constructor(
    private readonly profiles: Profiles,
    private readonly passwords: PasswordChanges,
    private readonly organisations: Organisations,
  ) {}

  @Get()
  show(@CurrentReader() reader: Reader): Promise<Page> {
    return this.page(reader, {});
  }

  /** A new language of the interface holds at once. */
  @Post()
  async edit(@CurrentReader() reader: Reader, @Body() body: unknown): Promise<Page | SeeOther> {
    const answer = await attempt(profileForm, body, (input) => this.profiles.edit(reader.actor, input));
    if (!answer.done) return this.page(reader, { profile: answer.form });
    return seeOther(`/${answer.result.locale}${PATHS.settings}`, 'accounts:notice.saved');
  }

  @Post('password')
  @RateLimit(10, 300)
  async changePassword(@CurrentReader() reader: Reader, @Body() body: unknown): Promise<Page | SeeOther> {
    const answer = await attempt(changeForm, body, (input) => this.passwords.change(reader.actor, input));
    if (!answer.done) return this.page(reader, { password: answer.form });
    return seeOther(PATHS.settings, 'accounts:notice.password_changed');
  }

  private async page({ actor, language }: Reader, { profile, password }: Forms): Promise<Page> {
    const me = await this.profiles.me(actor);
    const organisations = await this.organisations.choices(language);
    return page({
      title: language.t('accounts:settings.title'),
      body: (
        <ProfilePage
          me={me}
          form={profile ?? freshForm(valuesOf(me))}
          password={password ?? freshForm()}
          organisations={organisations}
        />
      ),
      status: (profile ?? password)?.refusal?.status ?? 200,
      path: PATHS.settings,
      hidden: true,
    });
  }
}

const valuesOf = ({ name, locale, timeZone, organisationId, readingLocales, ...me }: MeView) => ({
  name,
  locale,
  timeZone,
  organisationId: organisationId ?? '',
  originalsOnly: me.originalsOnly ? 'true' : '',
  followsWhenWriting: me.followsWhenWriting ? 'true' : '',
  ...spreadReading(readingLocales),
});
