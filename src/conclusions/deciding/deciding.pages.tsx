import { Body, Controller, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { SignedIn } from '../../core/access/marks';
import { attempt } from '../../core/http/attempt';
import { seeOther, type Page, type SeeOther } from '../../core/http/page';
import { RateLimit } from '../../core/http/rate-limit';
import { CurrentReader, type Reader } from '../../core/http/reader';
import type { Key } from '../../core/i18n/keys';
import { newComment } from '../comments/comment.schema';
import { ConclusionComments } from '../comments/conclusion-comments.service';
import { conclusionPath } from '../conclusion-paths';
import { newPosition } from '../positions/position.schema';
import { Positions } from '../positions/positions.service';
import { ConclusionFrame } from '../reading/conclusion-frame.service';
import { adoption, audienceForm, maybeReasoned, opening, reasoned, replacement } from './deciding.schema';
import { Deciding } from './deciding.service';

const id = z.guid();
const nothing = z.strictObject({});

/** The forms on the page of a conclusion. */
@SignedIn()
@Controller(':locale/conclusions/:id')
export class ConclusionActPages {
  constructor(
    private readonly deciding: Deciding,
    private readonly positions: Positions,
    private readonly comments: ConclusionComments,
    private readonly frame: ConclusionFrame,
  ) {}

  @RateLimit(300, 3600)
  @Post('position')
  take(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) conclusionId: string,
    @Body() body: unknown,
  ) {
    const verb = (input: z.output<typeof newPosition>) =>
      this.positions.take(reader.actor, conclusionId, input);
    return this.act(reader, conclusionId, { at: 'position', schema: newPosition, body, verb });
  }

  @RateLimit(300, 3600)
  @Post('comments')
  comment(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) conclusionId: string,
    @Body() body: unknown,
  ) {
    const verb = (input: z.output<typeof newComment>) =>
      this.comments.write(reader.actor, conclusionId, input);
    return this.act(reader, conclusionId, { at: 'comment', schema: newComment, body, verb });
  }

  @Post('comments/:comment/withdraw')
  withdrawComment(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) conclusionId: string,
    @Param('comment', { schema: id }) commentId: string,
    @Body() body: unknown,
  ) {
    const verb = () => this.comments.withdraw(reader.actor, conclusionId, commentId);
    return this.act(reader, conclusionId, { at: 'comment', schema: nothing, body, verb });
  }

  @Post('open')
  open(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) conclusionId: string,
    @Body() body: unknown,
  ) {
    const verb = (input: z.output<typeof opening>) => this.deciding.open(reader.actor, conclusionId, input);
    return this.act(reader, conclusionId, { at: 'open', schema: opening, body, verb });
  }

  @Post('redraft')
  redraft(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) conclusionId: string,
    @Body() body: unknown,
  ) {
    const verb = (input: z.output<typeof maybeReasoned>) =>
      this.deciding.redraft(reader.actor, conclusionId, input);
    return this.act(reader, conclusionId, { at: 'redraft', schema: maybeReasoned, body, verb });
  }

  @Post('adopt')
  adopt(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) conclusionId: string,
    @Body() body: unknown,
  ) {
    const verb = (input: z.output<typeof adoption>) => this.deciding.adopt(reader.actor, conclusionId, input);
    const notice = 'conclusions:notice.adopted' as const;
    return this.act(reader, conclusionId, { at: 'adopt', schema: adoption, body, verb, notice });
  }

  @Post('amend')
  amend(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) conclusionId: string,
    @Body() body: unknown,
  ) {
    const verb = (input: z.output<typeof reasoned>) => this.deciding.amend(reader.actor, conclusionId, input);
    return this.act(reader, conclusionId, { at: 'amend', schema: reasoned, body, verb });
  }

  @Post('replace')
  replace(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) conclusionId: string,
    @Body() body: unknown,
  ) {
    const verb = ({ by }: z.output<typeof replacement>) =>
      this.deciding.replace(reader.actor, conclusionId, by);
    return this.act(reader, conclusionId, { at: 'replace', schema: replacement, body, verb });
  }

  @Post('withdraw')
  withdraw(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) conclusionId: string,
    @Body() body: unknown,
  ) {
    const verb = (input: z.output<typeof reasoned>) =>
      this.deciding.withdraw(reader.actor, conclusionId, input);
    return this.act(reader, conclusionId, { at: 'withdraw', schema: reasoned, body, verb });
  }

  @Post('audience')
  show(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) conclusionId: string,
    @Body() body: unknown,
  ) {
    const verb = ({ everyone }: z.output<typeof audienceForm>) =>
      this.deciding.show(reader.actor, conclusionId, everyone);
    return this.act(reader, conclusionId, { at: 'audience', schema: audienceForm, body, verb });
  }

  private async act<Schema extends z.ZodType>(
    reader: Reader,
    conclusionId: string,
    { at, schema, body, verb, notice = 'conclusions:notice.done' }: FormSent<Schema>,
  ): Promise<Page | SeeOther> {
    const answer = await attempt(schema, body, verb);
    if (answer.done) return seeOther(conclusionPath(conclusionId), notice);
    return this.frame.show(reader, conclusionId, { at, state: answer.form });
  }
}

interface FormSent<Schema extends z.ZodType> {
  /** Id of the form. */
  at: string;
  schema: Schema;
  body: unknown;
  verb: (input: z.output<Schema>) => Promise<unknown>;
  notice?: Key;
}
