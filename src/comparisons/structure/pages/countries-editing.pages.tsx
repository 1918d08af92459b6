import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { SignedIn } from '../../../core/access/marks';
import { attempt } from '../../../core/http/attempt';
import { seeOther } from '../../../core/http/page';
import { CurrentReader, type Reader } from '../../../core/http/reader';
import { slug as slugSchema } from '../../../core/http/slug.schema';
import { COUNTRY_CODE } from '../../comparison-facts';
import { ComparisonAccess } from '../../comparison.access';
import { editingPath } from '../comparison-paths';
import { ComparedCountries } from '../countries/compared-countries.service';
import { newCountry } from '../countries/country.schema';
import { CountriesEditing } from './countries-editing';
import { ComparisonEditingFrame, type RefusedForm } from './editing-frame.service';

const countryCode = z.string().regex(COUNTRY_CODE);
const nothing = z.strictObject({});

/** Who is asked. */
@SignedIn()
@Controller(':locale/comparisons/:slug/edit/countries')
export class CountriesEditingPages {
  constructor(
    private readonly countries: ComparedCountries,
    private readonly access: ComparisonAccess,
    private readonly frame: ComparisonEditingFrame,
  ) {}

  @Get()
  show(@CurrentReader() reader: Reader, @Param('slug', { schema: slugSchema }) slug: string) {
    return this.page(reader, slug);
  }

  @Post()
  async add(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body() body: unknown,
  ) {
    const answer = await attempt(newCountry, body, (input) => this.countries.add(reader.actor, slug, input));
    if (!answer.done) return this.page(reader, slug, { at: 'new', state: answer.form });
    return seeOther(editingPath(slug, 'countries'), 'comparisons:notice.added');
  }

  @Post(':code/remove')
  async remove(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('code', { schema: countryCode }) code: string,
    @Body() body: unknown,
  ) {
    const answer = await attempt(nothing, body, () => this.countries.remove(reader.actor, slug, code));
    if (!answer.done) return this.page(reader, slug, { at: code, state: answer.form });
    return seeOther(editingPath(slug, 'countries'), 'comparisons:notice.removed');
  }

  private async page(reader: Reader, slug: string, refused?: RefusedForm) {
    const comparison = await this.access.to(reader.actor, 'edit', slug);
    const [countries, choices] = await Promise.all([
      this.countries.of(comparison.id),
      this.countries.choices(comparison),
    ]);
    const shown = { comparison, countries, choices, ...(refused && { refused }) };
    return this.frame.page(reader, {
      ...{ comparison, tab: 'countries', body: <CountriesEditing {...shown} /> },
      ...(refused && { refused: refused.state }),
    });
  }
}
