import { Controller, Get, Query } from '@nestjs/common';
import { Public } from '../core/access/marks';
import { page } from '../core/http/page';
import { CurrentReader, type Reader } from '../core/http/reader';
import { TextKinds } from '../core/texts/text-kinds';
import { SearchPage } from './search-page';
import { searchInput, type SearchInput } from './search.schema';
import { Searching } from './search.service';

@Public()
@Controller(':locale/search')
export class SearchPages {
  constructor(
    private readonly searching: Searching,
    private readonly kinds: TextKinds,
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
        <SearchPage input={input} answer={answer} kinds={reader.language.sort(kinds, ({ label }) => label)} />
      ),
      hidden: true,
    });
  }
}
