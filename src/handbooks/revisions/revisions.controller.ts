import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../core/access/actor';
import { CurrentActor, SignedIn } from '../../core/access/marks';
import { slug as slugSchema } from '../../core/http/slug.schema';
import { wordDifference } from '../../core/texts/word-difference';
import { HandbookAccess } from '../handbook.access';
import { saved } from '../structure/handbook.schema';
import { ChapterRevisions } from './chapter-revisions.service';
import { compareTexts } from './comparison';
import { Restoring } from './restoring.service';
import {
  comparing,
  comparison,
  restored,
  revisionList,
  revisionNumber,
  revisionText,
  type Comparing,
  type Restored,
} from './revision.schema';

const Slug = () => Param('slug', { schema: slugSchema });
const OfChapter = () => Param('chapter', { schema: slugSchema });
const OfRevision = () => Param('revision', { schema: revisionNumber });

/** What chapters said before. */
@ApiTags('handbooks')
@SignedIn()
@ApiBearerAuth()
@Controller('api/v1/handbooks/:slug/chapters/:chapter/revisions')
export class RevisionsController {
  constructor(
    private readonly access: HandbookAccess,
    private readonly revisions: ChapterRevisions,
    private readonly restoring: Restoring,
  ) {}

  /** Who changed it when, how much, and why. */
  @Get()
  @ApiOkResponse({ standardSchema: revisionList })
  async list(@CurrentActor() actor: Actor, @Slug() slug: string, @OfChapter() chapter: string) {
    const all = await this.revisions.of(await this.access.toChapter(actor, 'edit', slug, chapter));
    return { items: all.map(({ at, ...each }) => ({ ...each, at: at.toISOString() })) };
  }

  /** Two revisions word by word. */
  @Get('compare')
  @ApiOkResponse({ standardSchema: comparison })
  async compare(
    @CurrentActor() actor: Actor,
    @Slug() slug: string,
    @OfChapter() chapter: string,
    @Query({ schema: comparing }) { from = 1, to }: Comparing,
  ) {
    const row = await this.access.toChapter(actor, 'edit', slug, chapter);
    const old = await this.revisions.at(row, from);
    const young = await this.revisions.at(row, to ?? row.revision);
    const body = compareTexts(old.body ?? '', young.body ?? '');
    return {
      title: wordDifference(old.title, young.title),
      lead: wordDifference(old.lead ?? '', young.lead ?? ''),
      body: body.flatMap((each) =>
        each.kind === 'same' ? [{ kind: 'same', text: each.text }] : each.pieces,
      ),
    };
  }

  /** What it said. */
  @Get(':revision')
  @ApiOkResponse({ standardSchema: revisionText })
  async show(
    @CurrentActor() actor: Actor,
    @Slug() slug: string,
    @OfChapter() chapter: string,
    @OfRevision() revision: number,
  ) {
    const row = await this.access.toChapter(actor, 'edit', slug, chapter);
    const { title, lead, body } = await this.revisions.at(row, revision);
    return { revision, title, lead, body };
  }

  /** Lets it say that again, as a new revision; 409 when somebody saved first. */
  @Post(':revision/restore')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: saved })
  async restore(
    @CurrentActor() actor: Actor,
    @Slug() slug: string,
    @OfChapter() chapter: string,
    @OfRevision() revision: number,
    @Body({ schema: restored }) input: Restored,
  ) {
    return { revision: await this.restoring.restore(actor, slug, chapter, revision, input) };
  }
}
