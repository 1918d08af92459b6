import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import { z } from 'zod';
import { Public, SignedIn } from '../../core/access/marks';
import { attempt } from '../../core/http/attempt';
import { freshForm, type FormState } from '../../core/http/form';
import { page, seeOther } from '../../core/http/page';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { Evidence } from '../../evidence/evidence.service';
import { FollowButton } from '../../notifications/following/follow-button';
import { Followings } from '../../notifications/following/followings.service';
import { RecommendationAccess, subjectOf } from '../recommendation-access.service';
import { codeOf } from '../recommendation-facts';
import { recommendationPath, recommendationsPath } from '../recommendation-paths';
import { RecommendationReading } from '../recommendation-reading.service';
import { replacement, withdrawal } from '../recommendation.schema';
import { Recommendations } from '../recommendations.service';
import { UptakeReading } from '../uptake/uptake-reading.service';
import { ReplaceForm, WithdrawForm } from './ending-forms';
import { RecommendationFrames } from './recommendation-frames.service';
import { RecommendationPage } from './recommendation-page';

const Id = () => Param('id', { schema: z.guid() });
const nothing = z.strictObject({});

/** One recommendation, and its way from a draft to its end. */
@Controller(':locale/recommendations/:id')
export class RecommendationPages {
  constructor(
    private readonly recommendations: Recommendations,
    private readonly access: RecommendationAccess,
    private readonly reading: RecommendationReading,
    private readonly uptakes: UptakeReading,
    private readonly frames: RecommendationFrames,
    private readonly followings: Followings,
    private readonly evidence: Evidence,
  ) {}

  @Public()
  @Get()
  async show(@CurrentReader() reader: Reader, @Id() id: string) {
    return this.page(reader, id);
  }

  @SignedIn()
  @Post('publish')
  async publish(@CurrentReader() reader: Reader, @Id() id: string, @Body() body: unknown) {
    const answer = await attempt(nothing, body, () => this.recommendations.publish(reader.actor, id));
    if (!answer.done) return this.page(reader, id, answer.form);
    return seeOther(recommendationPath(id), 'recommendations:notice.published');
  }

  @SignedIn()
  @Post('remove')
  async remove(@CurrentReader() reader: Reader, @Id() id: string) {
    const { comparison } = await this.access.to(reader.actor, 'remove', id);
    await this.recommendations.remove(reader.actor, id);
    return seeOther(recommendationsPath(comparison.slug), 'recommendations:notice.removed');
  }

  @SignedIn()
  @Get('withdraw')
  async askToWithdraw(@CurrentReader() reader: Reader, @Id() id: string) {
    return this.withdrawPage(reader, id, freshForm({ locale: reader.language.locale }));
  }

  @SignedIn()
  @Post('withdraw')
  async withdraw(@CurrentReader() reader: Reader, @Id() id: string, @Body() body: unknown) {
    const answer = await attempt(withdrawal, body, (input) =>
      this.recommendations.withdraw(reader.actor, id, input),
    );
    if (!answer.done) return this.withdrawPage(reader, id, answer.form);
    return seeOther(recommendationPath(id), 'recommendations:notice.withdrawn');
  }

  @SignedIn()
  @Get('replace')
  async askToReplace(@CurrentReader() reader: Reader, @Id() id: string) {
    return this.replacePage(reader, id, freshForm());
  }

  @SignedIn()
  @Post('replace')
  async replace(@CurrentReader() reader: Reader, @Id() id: string, @Body() body: unknown) {
    const answer = await attempt(replacement, body, (input) =>
      this.recommendations.replace(reader.actor, id, input),
    );
    if (!answer.done) return this.replacePage(reader, id, answer.form);
    return seeOther(recommendationPath(id), 'recommendations:notice.replaced');
  }

  private async page(reader: Reader, id: string, refused?: FormState) {
    const { view, comparison } = await this.reading.one(reader, id);
    const subject = subjectOf({ id });
    const [uptakes, frame, followed, evidence] = await Promise.all([
      this.uptakes.of(reader.actor, id, reader.locales),
      this.frames.of(reader, comparison, view.comparison.title, []),
      this.followings.isFollowed(reader.actor, subject),
      this.evidence.of(reader.actor, subject.kind, [id], reader.locales),
    ]);
    return page({
      ...frame,
      title: `${codeOf(view)} – ${view.comparison.title.text}`,
      description: view.text.text.slice(0, 300),
      path: recommendationPath(id),
      ...(view.status !== 'published' && { hidden: true }),
      ...(refused?.refusal && { status: refused.refusal.status }),
      body: (
        <RecommendationPage
          {...{ view, uptakes }}
          {...(refused && { refused })}
          evidence={evidence.get(id) ?? []}
          following={<FollowButton subject={subject} followed={followed} />}
        />
      ),
    });
  }

  private async withdrawPage(reader: Reader, id: string, form: FormState) {
    const row = await this.access.to(reader.actor, 'withdraw', id);
    const title = reader.language.t('recommendations:withdrawn.ask', { code: codeOf(row) });
    return this.formPage(reader, id, title, form, <WithdrawForm recommendation={row} state={form} />);
  }

  private async replacePage(reader: Reader, id: string, form: FormState) {
    const row = await this.access.to(reader.actor, 'replace', id);
    const successors = await this.recommendations.successors(row.comparisonId, id);
    const title = reader.language.t('recommendations:replaced.ask', { code: codeOf(row) });
    return this.formPage(
      reader,
      id,
      title,
      form,
      <ReplaceForm {...{ recommendation: row, successors, state: form }} />,
    );
  }

  private async formPage(reader: Reader, id: string, title: string, form: FormState, body: VNode) {
    const { view, comparison } = await this.reading.one(reader, id);
    const here = { label: codeOf(view), path: recommendationPath(id) };
    const frame = await this.frames.of(reader, comparison, view.comparison.title, [here]);
    return page({ ...frame, title, body, hidden: true, status: form.refusal?.status ?? 200 });
  }
}
