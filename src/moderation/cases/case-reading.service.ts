import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Reader } from '../../core/http/reader';
import { PostHiding } from '../../rooms/posts/hiding.service';
import type { PostView } from '../../rooms/posts/post.schema';
import { Posts } from '../../rooms/posts/posts.service';
import { Threads } from '../../rooms/threads/threads.service';
import { readingsOf, type ReadingOfPost } from '../reporting/readings';
import { CaseFiles, type CaseFile } from './case-files.service';
import { casePolicy } from './case.policy';
import { Cases } from './cases.service';
import type { StandingCase } from './standing-case';

/** Posts before and after the one in question. */
const AROUND = 3;

export interface OpenCase {
  matter: StandingCase;
  file: CaseFile;
  /** With its words, also when it is hidden. */
  post: PostView;
  /** What it said when it was reported, where that is not what stands there now. */
  readings: ReadingOfPost[];
  around: PostView[];
  keepers: { id: string; name: string }[];
  can: { work: boolean; decide: boolean; review: boolean };
}

/** A case with all that is needed to decide it. */
@Injectable()
export class CaseReading {
  constructor(
    private readonly database: DataSource,
    private readonly cases: Cases,
    private readonly files: CaseFiles,
    private readonly posts: Posts,
    private readonly hiding: PostHiding,
    private readonly threads: Threads,
  ) {}

  async open({ actor }: Pick<Reader, 'actor'>, id: string): Promise<OpenCase> {
    const matter = await this.cases.find(actor, id);
    const { view } = await this.posts.find(actor, matter.postId);
    const post = { ...view, ...(await this.hiding.words(view.roomId, view.id)) };
    const [file, readings, thread, keepers] = await Promise.all([
      this.files.of(actor, matter),
      this.readings(matter, post),
      this.threads.find(actor, post.threadId),
      this.cases.keepers(this.database, matter),
    ]);
    const { posts } = await this.posts.page(thread, {
      after: Math.max(0, post.number - AROUND - 1),
      limit: 2 * AROUND + 1,
    });
    const around = posts.filter(({ id: each }) => each !== post.id);
    return { matter, file, post, readings, around, keepers, can: casePolicy.can(actor, matter) };
  }

  /** What its author has taken back is gone for all. */
  private async readings({ id, gone }: StandingCase, { html, translations }: PostView) {
    if (gone) return [];
    const now = new Set([html, ...translations.map((each) => each.html)]);
    return (await readingsOf(this.database, id)).filter((reading) => !now.has(reading.html));
  }
}
