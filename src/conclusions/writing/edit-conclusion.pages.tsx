import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { SignedIn } from '../../core/access/marks';
import { Invalid } from '../../core/errors/refusal';
import { attempt } from '../../core/http/attempt';
import { seeOther, type Page, type SeeOther } from '../../core/http/page';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { ConclusionAccess } from '../conclusion.access';
import { conclusionPath } from '../conclusion-paths';
import type { RefusedAct } from '../deciding/acts';
import { ConclusionFrame } from '../reading/conclusion-frame.service';
import { WholeConclusions } from '../reading/whole-conclusions.service';
import { Conclusions } from './conclusions.service';
import { EditConclusionPage } from './edit-conclusion';
import { Passages } from './passages.service';
import { editedConclusion, passageForm } from './writing.schema';

const id = z.guid();
const suggested = z.object({ wording: id.optional().catch(undefined) });

/** Changing a draft, and what it is concluded from. */
@SignedIn()
@Controller(':locale/conclusions/:id')
export class EditConclusionPages {
  constructor(
    private readonly conclusions: Conclusions,
    private readonly passages: Passages,
    private readonly access: ConclusionAccess,
    private readonly whole: WholeConclusions,
    private readonly frame: ConclusionFrame,
  ) {}

  @Get('edit')
  editing(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) conclusionId: string,
    @Query({ schema: suggested }) { wording }: z.output<typeof suggested>,
  ): Promise<Page> {
    return this.page(reader, conclusionId, { wording });
  }

  @Post('edit')
  async edit(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) conclusionId: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const answer = await attempt(editedConclusion, body, (input) =>
      this.conclusions.edit(reader.actor, conclusionId, input),
    );
    if (answer.done) return seeOther(conclusionPath(conclusionId), 'conclusions:notice.done');
    return this.page(reader, conclusionId, { refused: { at: 'edit', state: answer.form } });
  }

  @Post('passages')
  async add(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) conclusionId: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const answer = await attempt(passageForm, body, async ({ number, quote }) => {
      const { threadId } = await this.access.to(reader.actor, 'edit', conclusionId);
      const postId = threadId && (await this.passages.numbered(threadId, number));
      if (!postId) throw Invalid.field('number', 'conclusions:problem.no_post');
      await this.passages.add(reader.actor, conclusionId, { postId, quote });
    });
    if (answer.done) return seeOther(conclusionPath(conclusionId, 'edit'), 'conclusions:notice.done');
    return this.page(reader, conclusionId, { refused: { at: 'passage', state: answer.form } });
  }

  private async page(
    reader: Reader,
    conclusionId: string,
    { wording, refused }: { wording?: string | undefined; refused?: RefusedAct },
  ): Promise<Page> {
    const found = await this.access.to(reader.actor, refused ? 'read' : 'edit', conclusionId);
    // Somebody has moved it on meanwhile: its own page says so, and gives the words back.
    const view = await this.whole.one(reader, conclusionId);
    if (refused && !view.can.edit) return this.frame.show(reader, conclusionId, refused);
    const suggestion = view.comments.find((comment) => comment.id === wording)?.wording ?? undefined;
    return this.frame.page(reader, found, {
      title: reader.language.t('conclusions:form.edit', { number: view.number }),
      body: <EditConclusionPage of={view} wording={suggestion} refused={refused} />,
      below: true,
      refused: refused?.state,
    });
  }
}
