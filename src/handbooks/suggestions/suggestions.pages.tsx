import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { SignedIn } from '../../core/access/marks';
import { attempt } from '../../core/http/attempt';
import { freshForm, type FormState } from '../../core/http/form';
import { page, seeOther, type Page, type SeeOther } from '../../core/http/page';
import { RateLimit } from '../../core/http/rate-limit';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { slug as slugSchema } from '../../core/http/slug.schema';
import { HandbookAccess, type ChapterRow } from '../handbook.access';
import { HandbookFrames } from '../reading/handbook-frames.service';
import { chapterPath, handbookPath } from '../reading/handbook-paths';
import { HandbookReading } from '../reading/handbook-reading.service';
import { decisionsForm, newSuggestion } from './suggestion.schema';
import { summaryOf, viewOf } from './suggestion-view';
import { SuggestionForm, SuggestionList, SuggestionPage } from './suggestion';
import { Suggestions } from './suggestions.service';

const Slug = () => Param('slug', { schema: slugSchema });
const OfChapter = () => Param('chapter', { schema: slugSchema });
const Id = () => Param('id', { schema: z.guid() });

/** Changes of chapters that members propose and editors decide on. */
@SignedIn()
@Controller(':locale/handbooks/:slug')
export class SuggestionPages {
  constructor(
    private readonly suggestions: Suggestions,
    private readonly access: HandbookAccess,
    private readonly frames: HandbookFrames,
    private readonly reading: HandbookReading,
  ) {}

  @Get(':chapter/suggestions')
  async list(
    @CurrentReader() reader: Reader,
    @Slug() slug: string,
    @OfChapter() name: string,
  ): Promise<Page> {
    const chapter = await this.access.toChapter(reader.actor, 'read', slug, name);
    const items = (await this.suggestions.of(reader.actor, chapter)).map(summaryOf);
    return this.framed(reader, chapter, reader.language.t('handbooks:suggestion.list'), {
      body: <SuggestionList handbook={slug} chapter={chapter} items={items} />,
    });
  }

  @Get(':chapter/suggestions/new')
  async begin(
    @CurrentReader() reader: Reader,
    @Slug() slug: string,
    @OfChapter() name: string,
  ): Promise<Page> {
    const chapter = await this.access.toChapter(reader.actor, 'suggest', slug, name);
    const values = { body: chapter.body ?? '', revision: String(chapter.revision), note: '' };
    return this.form(reader, chapter, freshForm(values));
  }

  @RateLimit(30, 3600)
  @Post(':chapter/suggestions')
  async suggest(
    @CurrentReader() reader: Reader,
    @Slug() slug: string,
    @OfChapter() name: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const answer = await attempt(newSuggestion, body, (input) =>
      this.suggestions.suggest(reader.actor, slug, name, input),
    );
    if (answer.done)
      return seeOther(`${handbookPath(slug)}/suggestions/${answer.result}`, 'handbooks:suggestion.sent');
    return this.form(reader, await this.access.toChapter(reader.actor, 'suggest', slug, name), answer.form);
  }

  @Get('suggestions/:id')
  show(@CurrentReader() reader: Reader, @Slug() slug: string, @Id() id: string): Promise<Page> {
    return this.one(reader, slug, id);
  }

  @Post('suggestions/:id')
  async decide(
    @CurrentReader() reader: Reader,
    @Slug() slug: string,
    @Id() id: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const answer = await attempt(decisionsForm, body, (input) =>
      this.suggestions.decide(reader.actor, slug, id, input),
    );
    if (answer.done)
      return seeOther(`${handbookPath(slug)}/suggestions/${id}`, 'handbooks:suggestion.decided');
    return this.one(reader, slug, id, answer.form);
  }

  @Post('suggestions/:id/withdraw')
  async withdraw(@CurrentReader() reader: Reader, @Slug() slug: string, @Id() id: string): Promise<SeeOther> {
    await this.suggestions.withdraw(reader.actor, slug, id);
    return seeOther(`${handbookPath(slug)}/suggestions/${id}`, 'handbooks:suggestion.withdrawn_now');
  }

  private async one(reader: Reader, slug: string, id: string, form?: FormState): Promise<Page> {
    const suggestion = await this.suggestions.open(reader.actor, slug, id);
    const view = viewOf(reader.actor, suggestion);
    return this.framed(reader, suggestion.chapter, reader.language.t('handbooks:suggestion.title'), {
      body: <SuggestionPage handbook={slug} view={view} state={form} />,
      ...(form?.refusal && { status: form.refusal.status }),
    });
  }

  private form(reader: Reader, chapter: ChapterRow, state: FormState): Promise<Page> {
    const partnership = chapter.handbook.partnership.slug;
    return this.framed(reader, chapter, reader.language.t('handbooks:suggestion.new'), {
      body: <SuggestionForm chapter={chapter} partnership={partnership} state={state} />,
      scripts: ['editor'],
      ...(state.refusal && { status: state.refusal.status }),
    });
  }

  private async framed(
    reader: Reader,
    { handbook, title, slug, locale }: ChapterRow,
    heading: string,
    rest: Pick<Parameters<typeof page>[0], 'body' | 'scripts' | 'status'>,
  ): Promise<Page> {
    const frame = await this.frames.of(reader, handbook, await this.reading.partnershipOf(handbook));
    const crumbs = [
      { label: handbook.title, path: handbookPath(handbook.slug), lang: handbook.locale },
      { label: title, path: chapterPath(handbook.slug, slug), lang: locale },
    ];
    return page({ ...frame, hidden: true, crumbs: [...frame.crumbs, ...crumbs], title: heading, ...rest });
  }
}
