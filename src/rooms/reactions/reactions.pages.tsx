import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { Public, SignedIn } from '../../core/access/marks';
import { page, seeOther, type Page, type SeeOther } from '../../core/http/page';
import { parse } from '../../core/http/parse';
import { RateLimit } from '../../core/http/rate-limit';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { PostFrames } from '../posts/post-frames.service';
import { postPath } from '../room-paths';
import { PostReactions } from './post-reactions.service';
import { ReactionList } from './reaction-list';
import { reactionForm } from './reactions.schema';

/** What a button sends, with the token of every form. */
const pressed = reactionForm.extend({ _token: z.string().optional() });

/** Reacting without a script, and who has reacted. */
@Controller(':locale')
export class ReactionsPages {
  constructor(
    private readonly reactions: PostReactions,
    private readonly frames: PostFrames,
  ) {}

  /** Gives a reaction or takes it back, and returns to the post. */
  @Post('reactions')
  @SignedIn()
  @RateLimit(120, 60)
  async press(@CurrentReader() { actor }: Reader, @Body() body: unknown): Promise<SeeOther> {
    const { postId, kind, giving } = parse(pressed, body).reaction;
    const { threadId, number } = await (giving
      ? this.reactions.give(actor, postId, kind)
      : this.reactions.takeBack(actor, postId, kind));
    return seeOther(postPath(threadId, number));
  }

  /** Everybody who has reacted to a post, by kind. */
  @Get('posts/:id/reactions')
  @Public()
  async who(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: z.guid() }) postId: string,
  ): Promise<Page> {
    const reacted = await this.reactions.of(reader.actor, postId);
    return page({
      ...(await this.frames.of(reader, reacted.threadId)),
      title: reader.language.t('rooms:reaction.title'),
      body: <ReactionList reacted={reacted} />,
    });
  }
}
