import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { SignedIn } from '../../core/access/marks';
import { Conflict } from '../../core/errors/refusal';
import { attempt } from '../../core/http/attempt';
import { freshForm, type FormState } from '../../core/http/form';
import { page, seeOther } from '../../core/http/page';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { slug as slugSchema } from '../../core/http/slug.schema';
import { Merge } from '../../ui/parts/merge';
import { TitleBlock } from '../../ui/parts/title-block';
import { RecommendationAccess, type RecommendationRow } from '../recommendation-access.service';
import { codeOf } from '../recommendation-facts';
import { newRecommendationPath, recommendationPath, recommendationsPath } from '../recommendation-paths';
import { RecommendationReading } from '../recommendation-reading.service';
import { newRecommendation, recommendationChanges } from '../recommendation.schema';
import { Recommendations } from '../recommendations.service';
import { RecommendationForm } from './recommendation-form';
import { RecommendationFrames } from './recommendation-frames.service';

const Slug = () => Param('slug', { schema: slugSchema });
const Id = () => Param('id', { schema: z.guid() });

/** Writing recommendations. */
@SignedIn()
@Controller(':locale')
export class RecommendationWritingPages {
  constructor(
    private readonly recommendations: Recommendations,
    private readonly access: RecommendationAccess,
    private readonly reading: RecommendationReading,
    private readonly frames: RecommendationFrames,
  ) {}

  @Get('comparisons/:slug/recommendations/new')
  async begin(@CurrentReader() reader: Reader, @Slug() slug: string) {
    const comparison = await this.recommendations.workbench(reader.actor, slug);
    return this.newPage(reader, slug, freshForm({ locale: comparison.locale, cost: 'unknown' }));
  }

  @Post('comparisons/:slug/recommendations/new')
  async add(@CurrentReader() reader: Reader, @Slug() slug: string, @Body() body: unknown) {
    const answer = await attempt(newRecommendation, body, (input) =>
      this.recommendations.add(reader.actor, slug, input),
    );
    if (!answer.done) return this.newPage(reader, slug, answer.form);
    return seeOther(recommendationPath(answer.result), 'recommendations:notice.begun');
  }

  @Get('recommendations/:id/edit')
  async edit(@CurrentReader() reader: Reader, @Id() id: string) {
    return this.editPage(reader, id);
  }

  @Post('recommendations/:id/edit')
  async save(@CurrentReader() reader: Reader, @Id() id: string, @Body() body: unknown) {
    const answer = await attempt(recommendationChanges, body, (input) =>
      this.recommendations.edit(reader.actor, id, input),
    );
    if (!answer.done) return this.editPage(reader, id, answer.form);
    return seeOther(recommendationPath(id), 'recommendations:notice.saved');
  }

  private async newPage(reader: Reader, slug: string, form: FormState) {
    const comparison = await this.recommendations.workbench(reader.actor, slug);
    const { title } = await this.reading.comparison(reader, slug);
    const [choices, frame] = await Promise.all([
      this.reading.choices(comparison, reader.locales),
      this.frames.of(reader, comparison, title, []),
    ]);
    const words = reader.language.t('recommendations:new.title');
    return page({
      ...frame,
      title: words,
      hidden: true,
      status: form.refusal?.status ?? 200,
      body: (
        <RecommendationForm
          {...{ choices, title: words, state: form }}
          action={newRecommendationPath(slug)}
          cancel={recommendationsPath(slug)}
        />
      ),
    });
  }

  private async editPage(reader: Reader, id: string, form?: FormState) {
    const row = await this.access.to(reader.actor, 'edit', id);
    const { title } = await this.reading.comparison(reader, row.comparison.slug);
    const path = recommendationPath(id);
    const [choices, frame, dimension] = await Promise.all([
      this.reading.choices(row.comparison, reader.locales),
      this.frames.of(reader, row.comparison, title, [{ label: codeOf(row), path }]),
      this.recommendations.dimensionCode(row),
    ]);
    const words = reader.language.t('recommendations:edit', { code: codeOf(row) });
    const state = form ?? freshForm(valuesOf(row, dimension));
    return page({
      ...frame,
      title: words,
      hidden: true,
      status: form?.refusal?.status ?? 200,
      body:
        form?.refusal instanceof Conflict ? (
          <div class="page">
            <TitleBlock title={words} />
            <EditMerge reader={reader} row={row} yours={form.values} />
          </div>
        ) : (
          <RecommendationForm
            {...{ choices, title: words, state }}
            action={`${path}/edit`}
            cancel={path}
            standing
          />
        ),
    });
  }
}

function EditMerge({
  reader: { language },
  row,
  yours,
}: {
  reader: Reader;
  row: RecommendationRow;
  yours: Record<string, string>;
}) {
  const path = recommendationPath(row.id);
  const { text: _, addressee: __, reasoning: ___, revision: ____, ...hidden } = yours;
  const field = (name: 'text' | 'addressee' | 'reasoning', long: boolean) => ({
    ...{ name, long, label: language.t(`recommendations:field.${name}`), lang: row.locale },
    ...{ theirs: row[name] ?? '', yours: yours[name] ?? '' },
  });
  return (
    <Merge
      action={`${path}/edit`}
      revision={row.revision}
      cancelPath={path}
      hidden={hidden}
      fields={[field('text', true), field('addressee', false), field('reasoning', true)]}
    />
  );
}

const valuesOf = (row: RecommendationRow, dimension: string | null): Record<string, string> => ({
  ...{ text: row.text, addressee: row.addressee, reasoning: row.reasoning ?? '', locale: row.locale },
  ...{ level: row.level, cost: row.cost, country: row.country ?? '', dimension: dimension ?? '' },
  revision: String(row.revision),
});
