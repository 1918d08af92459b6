import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Public, SignedIn } from '../../core/access/marks';
import { RateLimit } from '../../core/http/rate-limit';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { ClosingTimes } from './closing-times.service';
import { PollKeeping } from './poll-keeping.service';
import {
  closingTime,
  editedPoll,
  newVote,
  pollHistory,
  pollView,
  voteList,
  voteWindow,
  type ClosingTime,
  type EditedPoll,
  type NewVote,
} from './poll.schema';
import { Polls } from './polls.service';
import { Voting } from './voting.service';

const id = z.guid();

@ApiTags('polls')
@Controller('api/v1/polls')
export class PollsController {
  constructor(
    private readonly polls: Polls,
    private readonly voting: Voting,
    private readonly keeping: PollKeeping,
    private readonly times: ClosingTimes,
  ) {}

  /** One poll, as it stands now or as it ended. */
  @Get(':id')
  @Public()
  @ApiOkResponse({ standardSchema: pollView })
  show(@CurrentReader() reader: Reader, @Param('id', { schema: id }) poll: string) {
    return this.view(reader, poll);
  }

  /** Who chose what, and the reasons; of a secret poll no names. */
  @Get(':id/votes')
  @Public()
  @ApiOkResponse({ standardSchema: voteList })
  votes(
    @CurrentReader() { actor }: Reader,
    @Param('id', { schema: id }) poll: string,
    @Query({ schema: voteWindow }) { after }: z.output<typeof voteWindow>,
  ) {
    return this.polls.votes(actor, poll, after);
  }

  /** Changes a poll that nobody has voted in yet. 409 when it changed meanwhile. */
  @Put(':id')
  @SignedIn()
  @ApiOkResponse({ standardSchema: pollView })
  async change(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) poll: string,
    @Body({ schema: editedPoll }) input: EditedPoll,
  ) {
    await this.keeping.edit(reader.actor, poll, input);
    return this.view(reader, poll);
  }

  /** Votes, or votes otherwise: the last vote of a person is the one that counts. */
  @Put(':id/vote')
  @SignedIn()
  @RateLimit(60, 60)
  @ApiOkResponse({ standardSchema: pollView })
  async vote(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) poll: string,
    @Body({ schema: newVote }) { choices, reason, locale }: NewVote,
  ) {
    const answer = { choices, reason, locale: locale ?? reader.language.locale };
    await this.voting.vote(reader.actor, poll, answer);
    return this.view(reader, poll);
  }

  /** Takes your vote back. */
  @Delete(':id/vote')
  @SignedIn()
  @RateLimit(60, 60)
  @ApiOkResponse({ standardSchema: pollView })
  async takeBack(@CurrentReader() reader: Reader, @Param('id', { schema: id }) poll: string) {
    await this.voting.takeBack(reader.actor, poll);
    return this.view(reader, poll);
  }

  /** Closes it now; what came of it stays. */
  @Post(':id/close')
  @SignedIn()
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: pollView })
  async close(@CurrentReader() reader: Reader, @Param('id', { schema: id }) poll: string) {
    await this.keeping.close(reader.actor, poll);
    return this.view(reader, poll);
  }

  /** Moves the time at which it closes, also when people have voted: they are told. 409 when it moved meanwhile. */
  @Put(':id/closing-time')
  @SignedIn()
  @RateLimit(20, 3600)
  @ApiOkResponse({ standardSchema: pollView })
  async reschedule(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) poll: string,
    @Body({ schema: closingTime }) input: ClosingTime,
  ) {
    await this.times.move(reader.actor, poll, input);
    return this.view(reader, poll);
  }

  /** Who asked, who moved the time at which it closes, and who closed it. */
  @Get(':id/history')
  @Public()
  @ApiOkResponse({ standardSchema: pollHistory })
  history(@CurrentReader() { actor }: Reader, @Param('id', { schema: id }) poll: string) {
    return this.times.history(actor, poll);
  }

  private view({ actor, locales }: Reader, poll: string) {
    return this.polls.view(actor, poll, locales);
  }
}
