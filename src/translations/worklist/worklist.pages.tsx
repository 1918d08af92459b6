import { Controller, Get, Query } from '@nestjs/common';
import { SignedIn } from '../../core/access/marks';
import { page, type Page } from '../../core/http/page';
import { CurrentReader, type Reader } from '../../core/http/reader';
import type { Locale } from '../../core/i18n/locales';
import { TextKinds } from '../../core/texts/text-kinds';
import { WorklistPage } from './worklist';
import { worklistQuery, type WorklistQuery } from './worklist.schema';
import { Worklist } from './worklist.service';

/** What there is to translate, for who translates. */
@SignedIn()
@Controller(':locale/translations')
export class WorklistPages {
  constructor(
    private readonly worklist: Worklist,
    private readonly kinds: TextKinds,
  ) {}

  /** Missing, outdated, to review, reported: what most people wait for comes first. */
  @Get()
  async list(
    @CurrentReader() reader: Reader,
    @Query({ schema: worklistQuery }) query: WorklistQuery,
  ): Promise<Page> {
    const { actor, language } = reader;
    const languages = this.worklist.languagesOf(actor);
    const chosen = query.language ?? ownOf(reader, languages);
    const view = chosen ? await this.worklist.of(actor, { ...query, language: chosen }) : undefined;
    const title = language.t('translations:worklist.title');
    const body = <WorklistPage {...{ languages, query, view }} kinds={this.kinds.all} />;
    return page({ title, body, hidden: true });
  }
}

/** The page's own language, when she translates into it; otherwise the first that she does. */
const ownOf = ({ actor, language }: Reader, languages: readonly Locale[]): Locale | undefined => {
  const own = languages.filter((locale) => actor.translates(locale));
  const choice = own.length > 0 ? own : languages;
  return choice.includes(language.locale) ? language.locale : choice[0];
};
