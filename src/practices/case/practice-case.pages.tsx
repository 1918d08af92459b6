import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { Public, SignedIn } from '../../core/access/marks';
import { attempt } from '../../core/http/attempt';
import { freshForm, type FormState } from '../../core/http/form';
import { page, seeOther } from '../../core/http/page';
import { RateLimit } from '../../core/http/rate-limit';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { slug as slugSchema } from '../../core/http/slug.schema';
import type { Key } from '../../core/i18n/keys';
import { TextLanguages } from '../../translations/languages/text-languages.service';
import { practicePath } from '../practice-paths';
import { nothing, usedElsewhereInput, usefulForm } from '../readers/practice-readers.schema';
import { PracticeReaders } from '../readers/practice-readers.service';
import { practiceReadersPolicy } from '../readers/practice-readers.policy';
import { TellUsed, UsedElsewhereList } from '../readers/used-elsewhere';
import { Useful } from '../readers/useful';
import { PracticeAccess } from '../practice-access.service';
import { CaseWay } from '../workflow/case-way';
import type { StandingView } from '../workflow/standing.schema';
import { CaseStandings } from '../workflow/standings.service';
import type { PracticeView } from './case.schema';
import { CaseFrame } from './case-frame.service';
import { CaseReading } from './case-reading.service';
import { PracticeCase } from './practice-case';

/** One good practice for people, and what readers say of it. */
@Public()
@Controller(':locale/practices/:slug')
export class PracticeCasePages {
  constructor(
    private readonly reading: CaseReading,
    private readonly standings: CaseStandings,
    private readonly readers: PracticeReaders,
    private readonly access: PracticeAccess,
    private readonly frame: CaseFrame,
    private readonly languages: TextLanguages,
  ) {}

  @Get()
  async show(@CurrentReader() reader: Reader, @Param('slug', { schema: slugSchema }) slug: string) {
    const view = await this.reading.one(reader, slug);
    const standing = await this.standings.of(reader.actor, slug);
    const languages = view.version > 0 ? await this.languages.of(reader.actor, 'practice', view.id) : [];
    return page({
      ...(await this.frame.of(reader, view)),
      title: view.texts.title!.text,
      path: practicePath(slug),
      hidden: view.publishedAt === null,
      body: (
        <PracticeCase view={view} languages={languages} beside={<Beside view={view} standing={standing} />}>
          <UsedElsewhereList view={view} />
        </PracticeCase>
      ),
    });
  }

  @Post('useful')
  @SignedIn()
  @RateLimit(120, 3600)
  async useful(
    @CurrentReader() { actor }: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body() body: unknown,
  ) {
    const answer = await attempt(usefulForm, body, async ({ useful }) => {
      await this.readers.useful(actor, slug, useful === 'yes');
      return useful;
    });
    if (!answer.done) throw answer.form.refusal!;
    return seeOther(
      practicePath(slug),
      answer.result === 'yes' ? 'practices:useful.thanks' : 'practices:useful.taken_back',
    );
  }

  @Get('used')
  @SignedIn()
  async telling(@CurrentReader() reader: Reader, @Param('slug', { schema: slugSchema }) slug: string) {
    practiceReadersPolicy.allow(reader.actor, 'tell', await this.access.to(reader.actor, 'read', slug));
    return this.tellPage(reader, slug, freshForm({ locale: reader.language.locale }));
  }

  @Post('used')
  @SignedIn()
  @RateLimit(30, 3600)
  async tell(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body() body: unknown,
  ) {
    const answer = await attempt(usedElsewhereInput, body, (input) =>
      this.readers.tell(reader.actor, slug, input),
    );
    if (!answer.done) return this.tellPage(reader, slug, answer.form);
    return seeOther(`${practicePath(slug)}#used-${answer.result}`, 'practices:used.told');
  }

  @Post('used/:id/confirm')
  @SignedIn()
  async confirm(
    @CurrentReader() { actor }: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('id', { schema: z.guid() }) id: string,
    @Body() body: unknown,
  ) {
    return answered(slug, 'practices:used.confirmed', body, () => this.readers.confirm(actor, slug, id));
  }

  @Post('used/:id/remove')
  @SignedIn()
  async remove(
    @CurrentReader() { actor }: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('id', { schema: z.guid() }) id: string,
    @Body() body: unknown,
  ) {
    return answered(slug, 'practices:used.removed', body, () => this.readers.remove(actor, slug, id));
  }

  private async tellPage(reader: Reader, slug: string, state: FormState) {
    const view = await this.reading.one(reader, slug);
    const { crumbs = [], ...frame } = await this.frame.of(reader, view);
    const title = view.texts.title!;
    return page({
      ...frame,
      title: reader.language.t('practices:used.tell'),
      crumbs: [...crumbs, { label: title.text, path: practicePath(slug), lang: title.locale }],
      body: <TellUsed view={view} state={state} />,
      status: state.refusal?.status,
      hidden: true,
    });
  }
}

async function answered(slug: string, notice: Key, body: unknown, act: () => Promise<void>) {
  const answer = await attempt(nothing, body, act);
  if (!answer.done) throw answer.form.refusal!;
  return seeOther(`${practicePath(slug)}#used`, notice);
}

function Beside({ view, standing }: { view: PracticeView; standing: StandingView }) {
  return (
    <>
      <Useful view={view} />
      <CaseWay of={standing} />
    </>
  );
}
