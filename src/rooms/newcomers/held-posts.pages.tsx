import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { SignedIn } from '../../core/access/marks';
import { attempt } from '../../core/http/attempt';
import type { FormState } from '../../core/http/form';
import { page, seeOther, type Page, type SeeOther } from '../../core/http/page';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { RoomFrames } from '../room-frames.service';
import { heldPath, roomPath, threadPath } from '../room-paths';
import type { Room } from '../room.entity';
import { slug } from '../rooms.pages';
import { Rooms } from '../rooms.service';
import { closing } from '../threads/thread.schema';
import { HeldList, HeldPage } from './held';
import { HeldApprovals } from './held-approvals.service';
import { heldPostPolicy } from './held-post.policy';
import { HeldPostViews } from './held-post-views.service';
import { HeldPosts } from './held-posts.service';

const id = z.guid();
const nothing = z.strictObject({});

/** What waits: for those who decide, and for who wrote it. */
@SignedIn()
@Controller(':locale')
export class HeldPostsPages {
  constructor(
    private readonly rooms: Rooms,
    private readonly views: HeldPostViews,
    private readonly posts: HeldPosts,
    private readonly approvals: HeldApprovals,
    private readonly frames: RoomFrames,
  ) {}

  /** Everything that waits in a room. */
  @Get('rooms/:slug/held')
  async list(@CurrentReader() reader: Reader, @Param('slug', { schema: slug }) key: string): Promise<Page> {
    return this.listPage(reader, await this.rooms.kept(reader.actor, key));
  }

  /** One of them. */
  @Get('held/:id')
  async view(@CurrentReader() reader: Reader, @Param('id', { schema: id }) heldId: string): Promise<Page> {
    const { held, room } = await this.views.find(reader.actor, heldId);
    const standing = { authorId: held.author.id, state: held.state, room };
    const mayWithdraw = heldPostPolicy.may(reader.actor, 'withdraw', standing);
    return page({
      ...(await this.options(reader, room)),
      title: reader.language.t(`rooms:held.state.${held.state}`),
      path: heldPath(heldId),
      body: <HeldPage room={room} held={held} mayWithdraw={mayWithdraw} />,
    });
  }

  /** Publishes it. */
  @Post('held/:id/approve')
  async approve(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) heldId: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const answer = await attempt(nothing, body, () => this.approvals.approve(reader.actor, heldId));
    return this.decided(reader, heldId, answer.done ? undefined : answer.form, 'rooms:notice.held_approved');
  }

  /** Refuses it, with a reason. */
  @Post('held/:id/refuse')
  async refuse(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) heldId: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const answer = await attempt(closing, body, (reason) => this.posts.refuse(reader.actor, heldId, reason));
    return this.decided(reader, heldId, answer.done ? undefined : answer.form, 'rooms:notice.held_refused');
  }

  /** Takes one's own back. */
  @Post('held/:id/withdraw')
  async withdraw(
    @CurrentReader() { actor }: Reader,
    @Param('id', { schema: id }) heldId: string,
  ): Promise<SeeOther> {
    const { held, room } = await this.views.find(actor, heldId);
    await this.posts.withdraw(actor, heldId);
    return seeOther(
      held.threadId ? threadPath(held.threadId) : roomPath(room.slug),
      'rooms:notice.held_withdrawn',
    );
  }

  private async decided(
    reader: Reader,
    heldId: string,
    form: FormState | undefined,
    notice: 'rooms:notice.held_approved' | 'rooms:notice.held_refused',
  ): Promise<Page | SeeOther> {
    const { room } = await this.views.find(reader.actor, heldId);
    if (form)
      return this.listPage(reader, await this.rooms.kept(reader.actor, room.id), { id: heldId, form });
    return seeOther(`${roomPath(room.slug)}/held`, notice);
  }

  private async listPage(
    reader: Reader,
    room: Room,
    refused?: { id: string; form: FormState },
  ): Promise<Page> {
    const held = await this.views.inRoom(reader.actor, room.id);
    return page({
      ...(await this.options(reader, room)),
      title: reader.language.t('rooms:held.title'),
      path: `${roomPath(room.slug)}/held`,
      status: refused?.form.refusal?.status ?? 200,
      body: <HeldList room={room} held={held} {...(refused && { refused })} />,
    });
  }

  private async options(reader: Reader, room: Room) {
    const { options } = await this.frames.of(reader, room);
    const crumb = { label: room.name, path: roomPath(room.slug), lang: room.locale };
    return { ...options, hidden: true, crumbs: [...(options.crumbs ?? []), crumb] };
  }
}
