import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../core/access/actor';
import { CurrentActor, SignedIn } from '../../core/access/marks';
import { slug as slugSchema } from '../../core/http/slug.schema';
import { addressedCode, addressedCountry } from '../answering/value/answer.schema';
import { CountryProfiles } from './profiles.service';
import {
  profileInput,
  profileView,
  synthesisInput,
  synthesisView,
  type ProfileInput,
  type SynthesisInput,
} from './editorial.schema';
import { Syntheses } from './syntheses.service';

const slugOf = { schema: slugSchema };
const codeOf = { schema: addressedCode };
const countryOf = { schema: addressedCountry };

/** What is said of dimensions and countries in words. */
@ApiTags('comparisons')
@ApiBearerAuth()
@SignedIn()
@Controller('api/v1/comparisons/:slug')
export class EditorialController {
  constructor(
    private readonly syntheses: Syntheses,
    private readonly profiles: CountryProfiles,
  ) {}

  /** The synthesis of a dimension as it is being written. */
  @Get('syntheses/:code')
  @ApiOkResponse({ standardSchema: synthesisView })
  async synthesis(
    @CurrentActor() actor: Actor,
    @Param('slug', slugOf) slug: string,
    @Param('code', codeOf) code: string,
  ) {
    const { alike, different, reasons, locale, revision } = (await this.syntheses.of(actor, slug, code))
      .synthesis;
    return { alike, different, reasons, locale, revision };
  }

  /** Writes the synthesis of a dimension. */
  @Put('syntheses/:code')
  @ApiOkResponse({ standardSchema: synthesisView })
  async writeSynthesis(
    @CurrentActor() actor: Actor,
    @Param('slug', slugOf) slug: string,
    @Param('code', codeOf) code: string,
    @Body({ schema: synthesisInput }) input: SynthesisInput,
  ) {
    await this.syntheses.write(actor, slug, code, input);
    return this.synthesis(actor, slug, code);
  }

  /** The words of a country’s profile as they are being written. */
  @Get('profiles/:country')
  @ApiOkResponse({ standardSchema: profileView })
  async profile(
    @CurrentActor() actor: Actor,
    @Param('slug', slugOf) slug: string,
    @Param('country', countryOf) country: string,
  ) {
    const { summary, strengths, gaps, locale, revision } = (await this.profiles.of(actor, slug, country))
      .country;
    return { summary, strengths, gaps, locale, revision };
  }

  /** Writes the words of a country’s profile. */
  @Put('profiles/:country')
  @ApiOkResponse({ standardSchema: profileView })
  async writeProfile(
    @CurrentActor() actor: Actor,
    @Param('slug', slugOf) slug: string,
    @Param('country', countryOf) country: string,
    @Body({ schema: profileInput }) input: ProfileInput,
  ) {
    await this.profiles.write(actor, slug, country, input);
    return this.profile(actor, slug, country);
  }
}
