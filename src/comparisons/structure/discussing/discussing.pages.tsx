import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { ComponentChildren } from 'preact';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { SignedIn } from '../../../core/access/marks';
import { attempt } from '../../../core/http/attempt';
import { freshForm, type FormState } from '../../../core/http/form';
import { page, seeOther } from '../../../core/http/page';
import { CurrentReader, type Reader } from '../../../core/http/reader';
import { slug as slugSchema } from '../../../core/http/slug.schema';
import { FundingNotices } from '../../../partnerships/funding/funding-notices.service';
import type { ComparisonRow } from '../../comparison.access';
import { countryInPath } from '../countries/country.schema';
import { newDiscussion } from './discussing.schema';
import { Discussions, OpenDiscussion } from './discussing-pages';
import { QuestionDiscussions } from './question-discussions.service';

const code = z.string().regex(/^[\w.-]{1,20}$/);

interface Place {
  slug: string;
  country: string;
}

/** Where platforms talk about what they are asked. */
@SignedIn()
@Controller(':locale/comparisons/:slug/discussions/:country')
export class QuestionDiscussionPages {
  constructor(
    private readonly discussions: QuestionDiscussions,
    private readonly notices: FundingNotices,
  ) {}

  @Get()
  async list(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('country', { schema: countryInPath }) country: string,
  ) {
    const shown = await this.discussions.of(reader.actor, { slug, country }, reader.locales);
    return this.draw(reader, shown.comparison, <Discussions {...shown} />);
  }

  @Get(':code')
  async form(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('country', { schema: countryInPath }) country: string,
    @Param('code', { schema: code }) question: string,
  ) {
    return this.formPage(reader, { slug, country }, question);
  }

  @Post(':code')
  async open(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('country', { schema: countryInPath }) country: string,
    @Param('code', { schema: code }) question: string,
    @Body() body: unknown,
  ) {
    const place = { slug, country };
    const answer = await attempt(newDiscussion, body, (input) =>
      this.discussions.open(reader.actor, place, question, input),
    );
    if (!answer.done) return this.formPage(reader, place, question, answer.form);
    return seeOther(`/threads/${answer.result}`);
  }

  private async formPage(reader: Reader, place: Place, question: string, refused?: FormState) {
    const opening = await this.discussions.prepare(reader.actor, place, question);
    if ('threadId' in opening) return seeOther(`/threads/${opening.threadId}`);
    const state = refused ?? freshForm({ body: opening.body, clientId: randomUUID() });
    return this.draw(reader, opening.comparison, <OpenDiscussion opening={opening} state={state} />, refused);
  }

  private async draw(
    { language, locales }: Reader,
    { title, partnership }: ComparisonRow,
    body: ComponentChildren,
    refused?: FormState,
  ) {
    const funding = await this.notices.of([partnership.id], locales);
    return page({
      title: `${language.t('comparisons:discuss.title')} – ${title}`,
      section: 'comparisons',
      crumbs: [
        {
          label: partnership.acronym ?? partnership.name,
          path: `/partnerships/${partnership.slug}`,
          lang: partnership.locale,
        },
      ],
      accent: partnership.accent,
      funding: [...funding.values()],
      body,
      hidden: true,
      ...(refused?.refusal && { status: refused.refusal.status }),
    });
  }
}
