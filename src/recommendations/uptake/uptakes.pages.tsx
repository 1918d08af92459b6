import { Body, Controller, Get, Param, Post, UploadedFile } from '@nestjs/common';
import type { VNode } from 'preact';
import { z } from 'zod';
import { SignedIn } from '../../core/access/marks';
import { NotFound } from '../../core/errors/refusal';
import { attempt } from '../../core/http/attempt';
import { freshForm, type FormState } from '../../core/http/form';
import { page, seeOther } from '../../core/http/page';
import { RateLimit } from '../../core/http/rate-limit';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { UploadToDisk, type IncomingFile } from '../../core/http/upload';
import { Organisations } from '../../directory/organisations.service';
import { Uploads } from '../../files/uploads.service';
import { RecommendationFrames } from '../pages/recommendation-frames.service';
import { RecommendationAccess } from '../recommendation-access.service';
import { codeOf } from '../recommendation-facts';
import { recommendationPath } from '../recommendation-paths';
import { RecommendationReading } from '../recommendation-reading.service';
import { TellUptake, UpdateUptake } from './uptake-form';
import { UptakeReading } from './uptake-reading.service';
import { correctedUptake, newUptake, uptakeUpdate, withdrawal, type UptakeView } from './uptake.schema';
import { Uptakes } from './uptakes.service';

const Id = () => Param('id', { schema: z.guid() });
const OfUptake = () => Param('uptake', { schema: z.guid() });

/** Telling who has taken a recommendation up, and what has come of it. */
@SignedIn()
@Controller(':locale/recommendations/:id/uptakes')
export class UptakePages {
  constructor(
    private readonly uptakes: Uptakes,
    private readonly reading: UptakeReading,
    private readonly recommendations: RecommendationReading,
    private readonly access: RecommendationAccess,
    private readonly organisations: Organisations,
    private readonly uploads: Uploads,
    private readonly frames: RecommendationFrames,
  ) {}

  @Get('new')
  async begin(@CurrentReader() reader: Reader, @Id() id: string) {
    return this.newPage(reader, id, freshForm({ locale: reader.language.locale }));
  }

  @RateLimit(60, 3600)
  @UploadToDisk('file')
  @Post('new')
  async tell(
    @CurrentReader() reader: Reader,
    @Id() id: string,
    @UploadedFile() file: IncomingFile | undefined,
    @Body() body: unknown,
  ) {
    const answer = await attempt(newUptake, body, async (input) => {
      await this.access.to(reader.actor, 'tell', id);
      return this.uptakes.tell(reader.actor, id, { ...input, ...(await this.bring(reader, file)) });
    });
    if (!answer.done) return this.newPage(reader, id, answer.form);
    return seeOther(`${recommendationPath(id)}#uptake-${answer.result}`, 'recommendations:notice.told');
  }

  @Get(':uptake')
  async show(@CurrentReader() reader: Reader, @Id() id: string, @OfUptake() uptake: string) {
    return this.uptakePage(reader, id, uptake);
  }

  @RateLimit(60, 3600)
  @UploadToDisk('file')
  @Post(':uptake')
  async update(
    @CurrentReader() reader: Reader,
    @Id() id: string,
    @OfUptake() uptake: string,
    @UploadedFile() file: IncomingFile | undefined,
    @Body() body: unknown,
  ) {
    const answer = await attempt(uptakeUpdate, body, async (input) => {
      await this.uptakes.to(reader.actor, 'update', uptake);
      await this.uptakes.update(reader.actor, uptake, { ...input, ...(await this.bring(reader, file)) });
    });
    if (!answer.done) return this.uptakePage(reader, id, uptake, { update: answer.form });
    return seeOther(`${recommendationPath(id)}#uptake-${uptake}`, 'recommendations:notice.told');
  }

  @Post(':uptake/correct')
  async correct(
    @CurrentReader() reader: Reader,
    @Id() id: string,
    @OfUptake() uptake: string,
    @Body() body: unknown,
  ) {
    const answer = await attempt(correctedUptake, body, (input) =>
      this.uptakes.correct(reader.actor, uptake, input),
    );
    if (!answer.done) return this.uptakePage(reader, id, uptake, { correct: answer.form });
    return seeOther(`${recommendationPath(id)}#uptake-${uptake}`, 'recommendations:notice.saved');
  }

  @Post(':uptake/withdraw')
  async withdraw(
    @CurrentReader() reader: Reader,
    @Id() id: string,
    @OfUptake() uptake: string,
    @Body() body: unknown,
  ) {
    const answer = await attempt(withdrawal, body, (input) =>
      this.uptakes.withdraw(reader.actor, uptake, input),
    );
    if (!answer.done) return this.uptakePage(reader, id, uptake, { withdraw: answer.form });
    return seeOther(`${recommendationPath(id)}#uptake-${uptake}`, 'recommendations:notice.uptake_withdrawn');
  }

  /** Browsers send an empty file where none was chosen. */
  private async bring(
    { actor, language: { locale } }: Reader,
    file: IncomingFile | undefined,
  ): Promise<{ fileId?: string }> {
    if (!file || file.size === 0) return {};
    return { fileId: await this.uploads.upload(actor, file, { locale }) };
  }

  private async newPage(reader: Reader, id: string, state: FormState) {
    await this.access.to(reader.actor, 'tell', id);
    const organisations = await this.organisations.choices(reader.language);
    const { view } = await this.recommendations.one(reader, id);
    const title = reader.language.t('recommendations:uptake.tell');
    return this.formPage(reader, id, title, state, <TellUptake {...{ view, organisations, state }} />);
  }

  private async uptakePage(
    reader: Reader,
    id: string,
    uptakeId: string,
    refused: Partial<Record<'update' | 'correct' | 'withdraw', FormState>> = {},
  ) {
    const { view } = await this.recommendations.one(reader, id);
    const uptake = (await this.reading.of(reader.actor, id, reader.locales)).find(
      (each) => each.id === uptakeId,
    );
    if (!uptake) throw new NotFound();
    await this.uptakes.to(reader.actor, 'update', uptakeId);
    const organisations = await this.organisations.choices(reader.language);
    const { locale } = reader.language;
    const states = {
      update: refused.update ?? freshForm({ state: uptake.state, locale }),
      correct: refused.correct ?? freshForm(whoOf(uptake)),
      withdraw: refused.withdraw ?? freshForm({ locale }),
    };
    const title = reader.language.t('recommendations:uptake.update');
    const [state = freshForm()] = Object.values(refused);
    return this.formPage(
      reader,
      id,
      title,
      state,
      <UpdateUptake {...{ view, uptake, organisations, states }} />,
    );
  }

  private async formPage(reader: Reader, id: string, title: string, form: FormState, body: VNode) {
    const { view, comparison } = await this.recommendations.one(reader, id);
    const here = { label: codeOf(view), path: recommendationPath(id) };
    const frame = await this.frames.of(reader, comparison, view.comparison.title, [here]);
    return page({ ...frame, title, body, hidden: true, status: form.refusal?.status ?? 200 });
  }
}

const whoOf = ({ who, country }: UptakeView): Record<string, string> => ({
  ...{ organisationId: who.organisationId ?? '', name: who.organisationId ? '' : who.name, country },
});
