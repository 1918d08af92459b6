import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { SignedIn } from '../../core/access/marks';
import { attempt } from '../../core/http/attempt';
import { freshForm, type FormState } from '../../core/http/form';
import { page, seeOther } from '../../core/http/page';
import { RateLimit } from '../../core/http/rate-limit';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { slug as slugSchema } from '../../core/http/slug.schema';
import { conceptPath, GLOSSARY } from '../../glossary/reading/concept-paths';
import { GlossaryReading } from '../../glossary/reading/glossary-reading.service';
import { threadPath } from '../../rooms/room-paths';
import { NewDiscussion } from './concept-discussion';
import { openingPost } from './concept-discussion.schema';
import { ConceptDiscussions } from './concept-discussions.service';

/** Opening the thread in which a concept is discussed. */
@SignedIn()
@Controller(':locale/glossary/:slug/discussion')
export class ConceptDiscussionPages {
  constructor(
    private readonly reading: GlossaryReading,
    private readonly discussions: ConceptDiscussions,
  ) {}

  @Get()
  async new(@CurrentReader() reader: Reader, @Param('slug', { schema: slugSchema }) slug: string) {
    const fresh = freshForm({ clientId: randomUUID(), locale: reader.language.locale });
    return this.newPage(reader, slug, fresh);
  }

  @Post()
  @RateLimit(30, 3600)
  async open(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body() body: unknown,
  ) {
    const answer = await attempt(openingPost, body, (input) => this.discussions.open(reader, slug, input));
    if (answer.done) return seeOther(threadPath(answer.result));
    return this.newPage(reader, slug, answer.form);
  }

  private async newPage(reader: Reader, slug: string, state: FormState) {
    const concept = await this.reading.one(reader, slug);
    if (concept.threadId && !state.refusal) return seeOther(threadPath(concept.threadId));
    const { t } = reader.language;
    const { word, locale } = concept.headword;
    return page({
      title: t('glossary:discussion.new'),
      section: 'glossary',
      crumbs: [
        { label: t('glossary:title'), path: GLOSSARY },
        { label: word, path: conceptPath(slug), lang: locale },
      ],
      body: <NewDiscussion concept={concept} state={state} />,
      status: state.refusal?.status,
      hidden: true,
    });
  }
}
