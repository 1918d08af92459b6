import { Body, Controller, Get, Param, Patch, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../../core/access/actor';
import { CurrentActor, Public, SignedIn } from '../../core/access/marks';
import { editedPost, postView, revisionView, type EditedPost } from './post.schema';
import { Posts } from './posts.service';

const id = z.guid();

@ApiTags('posts')
@Controller('api/v1/posts')
export class PostsController {
  constructor(private readonly posts: Posts) {}

  /** One post. */
  @Get(':id')
  @Public()
  @ApiOkResponse({ standardSchema: postView })
  async view(@CurrentActor() actor: Actor, @Param('id', { schema: id }) post: string) {
    return (await this.posts.find(actor, post)).view;
  }

  /** Changes your own post; the old words stay in its history. 409 when it changed meanwhile. */
  @Patch(':id')
  @SignedIn()
  @ApiOkResponse({ standardSchema: postView })
  edit(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) post: string,
    @Body({ schema: editedPost }) input: EditedPost,
  ) {
    return this.posts.edit(actor, post, input);
  }

  /** Withdraws: its place stays, its words are gone. */
  @Put(':id/withdrawal')
  @SignedIn()
  @ApiOkResponse({ standardSchema: postView })
  withdraw(@CurrentActor() actor: Actor, @Param('id', { schema: id }) post: string) {
    return this.posts.withdraw(actor, post);
  }

  /** Older wordings, newest first. */
  @Get(':id/revisions')
  @Public()
  @ApiOkResponse({ standardSchema: z.object({ revisions: z.array(revisionView) }) })
  async revisions(@CurrentActor() actor: Actor, @Param('id', { schema: id }) post: string) {
    return { revisions: await this.posts.revisions(actor, post) };
  }
}
