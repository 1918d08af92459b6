import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { SignedIn } from '../../core/access/marks';
import { Conflict, NotFound } from '../../core/errors/refusal';
import { attempt } from '../../core/http/attempt';
import { freshForm, type FormState } from '../../core/http/form';
import { seeOther, type Page } from '../../core/http/page';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { slug as slugSchema } from '../../core/http/slug.schema';
import { HandbookAccess, type ChapterRow } from '../handbook.access';
import { ChapterRevisions, type ChapterText } from '../revisions/chapter-revisions.service';
import { HandbookEditingFrame } from '../structure/editing-frame.service';
import { chapterEditingPath, editingPath } from '../structure/editing-paths';
import { ChapterEditing, ChapterFacts, ChapterTitle, type ChapterEditingProps } from './chapter-editing';
import { ChapterMerge } from './chapter-merge';
import {
  chapterForm,
  draftInput,
  mergeForm,
  nothing,
  type ChapterForm,
  type MergeForm,
} from './chapter.schema';
import { Chapters } from './chapters.service';
import { Drafts } from './drafts.service';
import { LooseEndsInChapters } from './loose-ends.service';
import { mergingOf, resolved } from './merging';
import { Previews } from './previews.service';

const Slug = () => Param('slug', { schema: slugSchema });
const OfChapter = () => Param('chapter', { schema: slugSchema });

/** Writing a chapter: the form, what is kept of it, and putting two texts together. */
@SignedIn()
@Controller(':locale/handbooks/:slug/:chapter/edit')
export class WritingPages {
  constructor(
    private readonly access: HandbookAccess,
    private readonly chapters: Chapters,
    private readonly drafts: Drafts,
    private readonly revisions: ChapterRevisions,
    private readonly looseEnds: LooseEndsInChapters,
    private readonly previews: Previews,
    private readonly frame: HandbookEditingFrame,
  ) {}

  /** What was typed and not saved stands in the form again. */
  @Get()
  async show(@CurrentReader() reader: Reader, @Slug() slug: string, @OfChapter() chapter: string) {
    const row = await this.access.toChapter(reader.actor, 'edit', slug, chapter);
    const draft = await this.drafts.of(reader.actor, row);
    const { title, lead, body, revision } = draft ?? row;
    const values = { title, lead: lead ?? '', body: body ?? '', revision: String(revision) };
    return this.form(reader, row, freshForm(values), draft && { draft });
  }

  @Post()
  async save(
    @CurrentReader() reader: Reader,
    @Slug() slug: string,
    @OfChapter() chapter: string,
    @Body() given: unknown,
  ) {
    const row = await this.access.toChapter(reader.actor, 'edit', slug, chapter);
    const answer = await attempt(chapterForm, given, (input) => this.take(reader, row, input));
    if (answer.done) return answer.result;
    if (answer.form.refusal instanceof Conflict) return this.mergePage(reader, row, answer.form);
    return this.form(reader, row, answer.form);
  }

  @Post('merge')
  async merge(
    @CurrentReader() reader: Reader,
    @Slug() slug: string,
    @OfChapter() chapter: string,
    @Body() given: unknown,
  ) {
    const row = await this.access.toChapter(reader.actor, 'edit', slug, chapter);
    const answer = await attempt(mergeForm, given, (input) => this.takeMerged(reader, row, input));
    if (answer.done) return answer.result;
    return this.mergePage(reader, row, answer.form);
  }

  @Post('discard')
  async discard(
    @CurrentReader() { actor }: Reader,
    @Slug() slug: string,
    @OfChapter() chapter: string,
    @Body() body: unknown,
  ) {
    const answer = await attempt(nothing, body, () => this.drafts.discard(actor, slug, chapter));
    if (!answer.done) throw answer.form.refusal!;
    return seeOther(chapterEditingPath(slug, chapter), 'handbooks:notice.discarded');
  }

  private async take(reader: Reader, row: ChapterRow, { act, ...input }: ChapterForm) {
    const { actor } = reader;
    const [handbook, chapter] = [row.handbook.slug, row.slug];
    const { title, lead, body, revision } = input;
    const draft = { title, lead: lead ?? '', body: body ?? '', revision };
    if (act === 'draft') {
      await this.drafts.keep(actor, handbook, chapter, draft);
      return seeOther(chapterEditingPath(handbook, chapter), 'handbooks:notice.kept');
    }
    if (act === 'preview') {
      const preview = await this.previews.of(reader, row, body);
      await this.drafts.keep(actor, handbook, chapter, draft);
      const values = { ...draft, revision: String(revision), weight: input.weight, note: input.note ?? '' };
      return this.form(reader, row, freshForm(values), { preview });
    }
    try {
      await this.chapters.edit(actor, handbook, chapter, input);
    } catch (error) {
      if (error instanceof Conflict) await this.drafts.keep(actor, handbook, chapter, draft);
      throw error;
    }
    await this.drafts.discard(actor, handbook, chapter);
    return seeOther(chapterEditingPath(handbook, chapter), 'handbooks:notice.saved');
  }

  /** The merged text goes the way of every other: somebody may have saved again meanwhile. */
  private async takeMerged(reader: Reader, row: ChapterRow, form: MergeForm) {
    const { act, base, title, lead, body, revision, weight, note, ...choices } = form;
    const theirs = await this.revisions.at(row, revision);
    const text = resolved(mergingOf(await this.textAt(row, base), theirs, { title, lead, body }), choices);
    const told = { weight, note: note ?? '', revision: String(revision) };
    const values = { title: text.title, lead: text.lead ?? '', body: text.body ?? '', ...told };
    if (act === 'save') return this.save(reader, row.handbook.slug, row.slug, { ...values, act });
    return this.form(reader, row, freshForm(values));
  }

  /** What stands now beside what was typed, each against what it began from. */
  private async mergePage(reader: Reader, row: ChapterRow, state: FormState): Promise<Page> {
    const { slug, handbook } = row;
    const now = await this.access.toChapter(reader.actor, 'edit', handbook.slug, slug);
    const { values } = state;
    const conflict = state.refusal instanceof Conflict;
    // After a merge that came too late, the text that it made is what is merged next.
    const yours = asKept(values);
    const base = (conflict ? undefined : values['base']) ?? values['revision'] ?? '';
    const [last] = await this.revisions.of(now);
    const merging = mergingOf(await this.textAt(now, Number(base)), now, yours);
    return this.framed(
      reader,
      now,
      <ChapterMerge
        row={now}
        merging={merging}
        theirs={{ by: last?.by ?? null, revision: now.revision }}
        state={{
          values: { ...values, base },
          problems: conflict ? [] : state.problems,
          ...(!conflict && state.refusal && { refusal: state.refusal }),
        }}
      />,
      state,
    );
  }

  /** `undefined` for a revision that there never was. */
  private async textAt(row: ChapterRow, revision: number): Promise<ChapterText | undefined> {
    if (!Number.isSafeInteger(revision) || revision < 1 || revision > row.revision) return undefined;
    try {
      return await this.revisions.at(row, revision);
    } catch (error) {
      if (error instanceof NotFound) return undefined;
      throw error;
    }
  }

  private async form(
    reader: Reader,
    row: ChapterRow,
    state: FormState,
    more: Pick<ChapterEditingProps, 'draft' | 'preview'> = {},
  ): Promise<Page> {
    const [writers, looseEnds] = await Promise.all([
      this.drafts.arrive(reader.actor, row),
      this.looseEnds.of(reader.actor, row, row.body),
    ]);
    return this.framed(
      reader,
      row,
      <div class="split">
        <ChapterEditing {...{ row, state, writers, looseEnds, ...more }} />
        <ChapterFacts row={row} />
      </div>,
      state,
    );
  }

  private framed(reader: Reader, row: ChapterRow, body: Page['options']['body'], state: FormState) {
    const handbook = row.handbook;
    return this.frame.page(reader, handbook, {
      title: reader.language.t('handbooks:writing.title', { title: row.title }),
      body: (
        <div class="page">
          <ChapterTitle row={row} />
          {body}
        </div>
      ),
      crumbs: [
        { label: reader.language.t('handbooks:editing.tabs.structure'), path: editingPath(handbook.slug) },
      ],
      scripts: ['editor', 'writing'],
      refused: state,
    });
  }
}

/** Browsers end lines by two characters: what was typed is compared as it would be kept. */
function asKept({ title = '', lead = '', body = '' }: Record<string, string>): ChapterText {
  const read = draftInput.safeParse({ title, lead, body, revision: 1 });
  return read.data ?? { title, lead, body };
}
