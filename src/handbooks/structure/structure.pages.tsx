import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { SignedIn } from '../../core/access/marks';
import { Invalid } from '../../core/errors/refusal';
import { attempt } from '../../core/http/attempt';
import type { FormState } from '../../core/http/form';
import { seeOther } from '../../core/http/page';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { slug as slugSchema } from '../../core/http/slug.schema';
import type { Key } from '../../core/i18n/keys';
import { HandbookAccess } from '../handbook.access';
import { newChapter, nothing, numberForm, stepForm } from '../writing/chapter.schema';
import { Chapters } from '../writing/chapters.service';
import { HandbookEditing, HandbookEditingFrame } from './editing-frame.service';
import { chapterEditingPath, editingPath } from './editing-paths';
import { STEPS, placeNamed, stepsFrom } from './steps';
import { Structures } from './structure.service';
import { StructureEditing } from './structure';

const Slug = () => Param('slug', { schema: slugSchema });
const OfChapter = () => Param('chapter', { schema: slugSchema });

/** The order of a handbook: adding, moving, counting, publishing, withdrawing. Works without scripts. */
@SignedIn()
@Controller(':locale/handbooks/:slug/edit')
export class StructurePages {
  constructor(
    private readonly access: HandbookAccess,
    private readonly chapters: Chapters,
    private readonly structures: Structures,
    private readonly frame: HandbookEditingFrame,
  ) {}

  @Get()
  show(@CurrentReader() reader: Reader, @Slug() slug: string) {
    return this.draw(reader, slug);
  }

  @Post('chapters')
  async add(@CurrentReader() reader: Reader, @Slug() slug: string, @Body() body: unknown) {
    const answer = await attempt(newChapter, body, (input) => this.chapters.add(reader.actor, slug, input));
    if (!answer.done) return this.draw(reader, slug, { at: 'new', state: answer.form });
    return seeOther(chapterEditingPath(slug, answer.result.slug), 'handbooks:notice.added');
  }

  @Post(':chapter/move')
  async move(
    @CurrentReader() reader: Reader,
    @Slug() slug: string,
    @OfChapter() chapter: string,
    @Body() body: unknown,
  ) {
    const answer = await attempt(stepForm, body, async ({ to }) => {
      const place = placeNamed(to) ?? (await this.stepFrom(reader, slug, chapter, to));
      if (!place) throw Invalid.field('to', 'handbooks:problem.unknown_place');
      await this.chapters.move(reader.actor, slug, chapter, place);
    });
    return answer.done
      ? this.back(slug, chapter, 'handbooks:notice.moved')
      : this.draw(reader, slug, { at: chapter, state: answer.form });
  }

  @Post(':chapter/publish')
  publish(
    @CurrentReader() reader: Reader,
    @Slug() slug: string,
    @OfChapter() chapter: string,
    @Body() body: unknown,
  ) {
    return this.turn(reader, slug, chapter, body, 'publish', 'handbooks:notice.published');
  }

  @Post(':chapter/withdraw')
  withdraw(
    @CurrentReader() reader: Reader,
    @Slug() slug: string,
    @OfChapter() chapter: string,
    @Body() body: unknown,
  ) {
    return this.turn(reader, slug, chapter, body, 'withdraw', 'handbooks:notice.withdrawn');
  }

  @Post(':chapter/number')
  async number(
    @CurrentReader() reader: Reader,
    @Slug() slug: string,
    @OfChapter() chapter: string,
    @Body() body: unknown,
  ) {
    const answer = await attempt(numberForm, body, ({ numbered }) =>
      this.chapters.number(reader.actor, slug, chapter, numbered),
    );
    if (!answer.done) return this.draw(reader, slug, { at: chapter, state: answer.form });
    return this.back(slug, chapter, 'handbooks:notice.numbered');
  }

  private async turn(
    reader: Reader,
    slug: string,
    chapter: string,
    body: unknown,
    act: 'publish' | 'withdraw',
    notice: Key,
  ) {
    const answer = await attempt(nothing, body, () => this.chapters[act](reader.actor, slug, chapter));
    if (!answer.done) return this.draw(reader, slug, { at: chapter, state: answer.form });
    return this.back(slug, chapter, notice);
  }

  /** By where it stands now, which may be elsewhere than on the page that was shown. */
  private async stepFrom({ actor }: Reader, slug: string, chapter: string, to: string) {
    const { handbook } = await this.access.toChapter(actor, 'edit', slug, chapter);
    const outline = await this.structures.of(handbook);
    const step = STEPS.find((each) => each === to);
    return step && stepsFrom(outline, outline.at(chapter)!)[step];
  }

  private back(slug: string, chapter: string, notice: Key) {
    return seeOther(`${editingPath(slug)}#chapter-${chapter}`, notice);
  }

  private async draw(reader: Reader, slug: string, refused?: { at: string; state: FormState }) {
    const row = await this.access.to(reader.actor, 'edit', slug);
    const outline = await this.structures.of(row);
    return this.frame.page(reader, row, {
      title: reader.language.t('handbooks:structure.title', { title: row.title }),
      body: (
        <HandbookEditing row={row} tab="structure">
          <StructureEditing row={row} outline={outline} refused={refused} />
        </HandbookEditing>
      ),
      scripts: ['structure'],
      refused: refused?.state,
    });
  }
}
