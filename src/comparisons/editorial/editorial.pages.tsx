import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { SignedIn } from '../../core/access/marks';
import { attempt } from '../../core/http/attempt';
import type { FormState } from '../../core/http/form';
import { seeOther } from '../../core/http/page';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { slug as slugSchema } from '../../core/http/slug.schema';
import { workPath } from '../answering/answer-paths';
import { AnsweringFrame, placeName } from '../answering/answering-frame.service';
import { addressedCode, addressedCountry } from '../answering/value/answer.schema';
import { publishPath } from '../publishing/publish-path';
import { CountryProfiles } from './profiles.service';
import { EditorialPage } from './editorial-page';
import { profileEditPath, synthesisEditPath } from './editorial-paths';
import { profileInput, synthesisInput } from './editorial.schema';
import { Syntheses } from './syntheses.service';

const slugOf = { schema: slugSchema };
const codeOf = { schema: addressedCode };
const countryOf = { schema: addressedCountry };

const SYNTHESIS = [
  { name: 'alike', label: 'comparisons:field.alike', max: 3000 },
  { name: 'different', label: 'comparisons:field.different', max: 3000 },
  { name: 'reasons', label: 'comparisons:field.reasons', max: 3000 },
] as const;
const PROFILE = [
  { name: 'summary', label: 'comparisons:field.summary', max: 2000 },
  { name: 'strengths', label: 'comparisons:field.strengths', max: 2000 },
  { name: 'gaps', label: 'comparisons:field.gaps', max: 2000 },
] as const;

/** What is said of dimensions and countries in words, for those who write it. */
@SignedIn()
@Controller(':locale/comparisons/:slug/edit')
export class EditorialPages {
  constructor(
    private readonly syntheses: Syntheses,
    private readonly profiles: CountryProfiles,
    private readonly frame: AnsweringFrame,
  ) {}

  @Get('syntheses/:code')
  synthesis(
    @CurrentReader() reader: Reader,
    @Param('slug', slugOf) slug: string,
    @Param('code', codeOf) code: string,
  ) {
    return this.synthesisPage(reader, slug, code);
  }

  @Post('syntheses/:code')
  async writeSynthesis(
    @CurrentReader() reader: Reader,
    @Param('slug', slugOf) slug: string,
    @Param('code', codeOf) code: string,
    @Body() body: unknown,
  ) {
    const answer = await attempt(synthesisInput, body, (input) =>
      this.syntheses.write(reader.actor, slug, code, input),
    );
    if (!answer.done) return this.synthesisPage(reader, slug, code, answer.form);
    return seeOther(synthesisEditPath(slug, code), 'comparisons:notice.saved');
  }

  @Get('profiles/:country')
  profile(
    @CurrentReader() reader: Reader,
    @Param('slug', slugOf) slug: string,
    @Param('country', countryOf) country: string,
  ) {
    return this.profilePage(reader, slug, country);
  }

  @Post('profiles/:country')
  async writeProfile(
    @CurrentReader() reader: Reader,
    @Param('slug', slugOf) slug: string,
    @Param('country', countryOf) country: string,
    @Body() body: unknown,
  ) {
    const answer = await attempt(profileInput, body, (input) =>
      this.profiles.write(reader.actor, slug, country, input),
    );
    if (!answer.done) return this.profilePage(reader, slug, country, answer.form);
    return seeOther(profileEditPath(slug, country), 'comparisons:notice.saved');
  }

  private async synthesisPage(reader: Reader, slug: string, code: string, refused?: FormState) {
    const { dimension, synthesis } = await this.syntheses.of(reader.actor, slug, code);
    const { alike, different, reasons, locale, revision } = synthesis;
    const title = `${dimension.code} ${dimension.title}`;
    return this.frame.page(reader, {
      ...{ title, slug, ...(refused && { refused }) },
      body: (
        <EditorialPage
          title={title}
          lang={dimension.locale}
          lead="comparisons:editorial.synthesis"
          action={synthesisEditPath(slug, code)}
          back={publishPath(slug)}
          fields={SYNTHESIS}
          of={{ alike, different, reasons, locale, revision }}
          {...(refused && { refused })}
        />
      ),
    });
  }

  private async profilePage(reader: Reader, slug: string, code: string, refused?: FormState) {
    const { country } = await this.profiles.of(reader.actor, slug, code);
    const { summary, strengths, gaps, locale, revision } = country;
    const title = placeName(reader.language, country.code);
    return this.frame.page(reader, {
      ...{ title, slug, country: country.code, ...(refused && { refused }) },
      body: (
        <EditorialPage
          title={title}
          lead="comparisons:editorial.profile"
          action={profileEditPath(slug, code)}
          back={workPath(slug, code)}
          fields={PROFILE}
          of={{ summary, strengths, gaps, locale, revision }}
          {...(refused && { refused })}
        />
      ),
    });
  }
}
