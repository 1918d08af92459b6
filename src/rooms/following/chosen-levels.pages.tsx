import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { nextPath } from '../../accounts/sign-in/next-path';
import type { Actor } from '../../core/access/actor';
import { CurrentActor, SignedIn } from '../../core/access/marks';
import { page as pageOf, seeOther, type Page, type SeeOther } from '../../core/http/page';
import { parseForm } from '../../core/http/parse';
import { RateLimit } from '../../core/http/rate-limit';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { NotificationsFrame } from '../../notifications/notifications-frame';
import { PATHS } from '../../ui/paths';
import { Rooms } from '../rooms.service';
import { Threads } from '../threads/threads.service';
import { ChosenLevelList } from './chosen-levels';
import { ChosenLevelLists } from './chosen-levels.service';
import { chosenRoomLevel, choiceForm, threadLevelForm } from './level.schema';
import { Levels } from './levels.service';

const query = z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1) });

/** What the reader follows and mutes in rooms. */
@SignedIn()
@Controller(`:locale${PATHS.levels}`)
export class ChosenLevelsPages {
  constructor(
    private readonly lists: ChosenLevelLists,
    private readonly rooms: Rooms,
    private readonly threads: Threads,
    private readonly levels: Levels,
  ) {}

  /** All of it, each to be changed here. */
  @Get()
  async show(
    @CurrentReader() reader: Reader,
    @Query({ schema: query }) { page }: z.output<typeof query>,
  ): Promise<Page> {
    const chosen = await this.lists.of(reader, page);
    return pageOf({
      title: reader.language.t('notifications:rooms'),
      hidden: true,
      body: (
        <NotificationsFrame current="rooms">
          <ChosenLevelList {...chosen} />
        </NotificationsFrame>
      ),
    });
  }

  /** One choice: of a room, or of a thread. */
  @Post()
  @RateLimit(120, 60)
  async choose(
    @CurrentActor() actor: Actor,
    @Query('next') next: unknown,
    @Body() body: unknown,
  ): Promise<SeeOther> {
    const { kind, id, level } = parseForm(choiceForm, body).choice;
    if (kind === 'room') {
      const chosen = parseForm(chosenRoomLevel, { level });
      await this.levels.chooseForRoom(actor, await this.rooms.find(actor, id), chosen.level);
    } else {
      const chosen = parseForm(threadLevelForm, { level });
      await this.levels.chooseForThread(actor, await this.threads.place(actor, id), chosen.level);
    }
    return seeOther(nextPath(next) ?? PATHS.levels, 'rooms:notice.level_chosen');
  }
}
