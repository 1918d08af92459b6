import { Controller, Get, Query } from '@nestjs/common';
import { Public } from '../core/access/marks';
import { page } from '../core/http/page';
import { CurrentReader, type Reader } from '../core/http/reader';
import { TextKinds } from '../core/texts/text-kinds';
import type { Option } from '../ui/parts/choice';
import { SearchPage } from './search-page';
import { searchInput, type SearchAnswer, type SearchInput } from './search.schema';
import { SearchThemes } from './themes.service';
import { Searching } from './search.service';

@Public()
@Controller(':locale/search')
export class SearchPages {
  constructor(
    private readonly searching: Searching,
    private readonly kinds: TextKinds,
    private readonly themes: SearchThemes,
  ) {}

  /** What was found, and the form to look further. */
  @Get()
  async show(@CurrentReader() reader: Reader, @Query({ schema: searchInput.strip() }) input: SearchInput) {
    const answer = await this.searching.find(reader, input);
    const { t } = reader.language;
    const kinds = this.kinds.all.map(({ name, label }) => ({ value: name, label: t(label) }));
    return page({
      title: input.q ? `${input.q} – ${t('search:title')}` : t('search:title'),
      body: (
        <SearchPage
          input={input}
          answer={answer}
          kinds={reader.language.sort(kinds, ({ label }) => label)}
          themes={this.themesOf(reader, input, answer)}
        />
      ),
      hidden: true,
    });
  }
  /** Those of what was found, with how many there are, and the chosen one. */
  private themesOf({ language }: Reader, { theme }: SearchInput, { facets }: SearchAnswer): Option[] {
    const chosen = theme && !facets.themes.some(({ value }) => value === theme) ? [theme] : [];
    const options = [...facets.themes, ...chosen.map((value) => ({ value, count: 0 }))].flatMap(
      ({ value, count }) => {
        const word = this.themes.word(value);
        return word ? [{ value, label: `${language.t(word)} (${count})` }] : [];
      },
    );
    return language.sort(options, ({ label }) => label);
  }
}
