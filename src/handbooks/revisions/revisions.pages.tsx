import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { SignedIn } from '../../core/access/marks';
import { attempt } from '../../core/http/attempt';
import { freshForm, type FormState } from '../../core/http/form';
import { seeOther } from '../../core/http/page';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { slug as slugSchema } from '../../core/http/slug.schema';
import { HandbookAccess } from '../handbook.access';
import { HandbookEditingFrame } from '../structure/editing-frame.service';
import { chapterEditingPath, editingPath, revisionsPath } from '../structure/editing-paths';
import { ChapterRevisions } from './chapter-revisions.service';
import { ChapterHistory } from './chapter-history';
import { Restoring } from './restoring.service';
import { comparing, restored, revisionNumber, type Comparing } from './revision.schema';

const Slug = () => Param('slug', { schema: slugSchema });
const OfChapter = () => Param('chapter', { schema: slugSchema });

/** What a chapter said before: the list, any two of them word by word, and back to one. */
@SignedIn()
@Controller(':locale/handbooks/:slug/:chapter/revisions')
export class RevisionsPages {
  constructor(
    private readonly access: HandbookAccess,
    private readonly revisions: ChapterRevisions,
    private readonly restoring: Restoring,
    private readonly frame: HandbookEditingFrame,
  ) {}

  @Get()
  show(
    @CurrentReader() reader: Reader,
    @Slug() slug: string,
    @OfChapter() chapter: string,
    @Query({ schema: comparing }) wish: Comparing,
  ) {
    return this.draw(reader, slug, chapter, wish);
  }

  @Post(':revision/restore')
  async restore(
    @CurrentReader() reader: Reader,
    @Slug() slug: string,
    @OfChapter() chapter: string,
    @Param('revision', { schema: revisionNumber }) revision: number,
    @Body() body: unknown,
  ) {
    const answer = await attempt(restored, body, (input) =>
      this.restoring.restore(reader.actor, slug, chapter, revision, input),
    );
    if (!answer.done) return this.draw(reader, slug, chapter, { from: revision, to: undefined }, answer.form);
    return seeOther(revisionsPath(slug, chapter), 'handbooks:notice.restored');
  }

  private async draw(reader: Reader, slug: string, chapter: string, wish: Comparing, refused?: FormState) {
    const { t } = reader.language;
    const row = await this.access.toChapter(reader.actor, 'edit', slug, chapter);
    const revisions = await this.revisions.of(row);
    const [from, to] = [wish.from, wish.to ?? row.revision];
    const compared = from && {
      from: { revision: from, ...(await this.revisions.at(row, from)) },
      to: { revision: to, ...(await this.revisions.at(row, to)) },
    };
    const note = from ? t('handbooks:revisions.restored', { revision: from }) : '';
    const state = refused ?? freshForm({ note });
    return this.frame.page(reader, row.handbook, {
      title: t('handbooks:revisions.title', { title: row.title }),
      body: <ChapterHistory row={row} revisions={revisions} compared={compared || undefined} state={state} />,
      crumbs: [
        { label: t('handbooks:editing.tabs.structure'), path: editingPath(slug) },
        { label: row.title, path: chapterEditingPath(slug, chapter), lang: row.locale },
      ],
      refused,
    });
  }
}
