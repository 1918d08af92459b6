import { Controller, Get, Query } from '@nestjs/common';
import { SignedIn } from '../../core/access/marks';
import { page } from '../../core/http/page';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { ModerationFrames } from '../moderation-frames.service';
import { LogPage } from './log';
import { logFilter, type LogFilter } from './log.schema';
import { DecisionLog } from './log.service';

/** Every decision, for those who keep order. */
@SignedIn()
@Controller(':locale/moderation/log')
export class LogPages {
  constructor(
    private readonly log: DecisionLog,
    private readonly frames: ModerationFrames,
  ) {}

  @Get()
  async show(@CurrentReader() reader: Reader, @Query({ schema: logFilter }) filter: LogFilter) {
    const told = await this.log.list(reader.actor, filter);
    const rooms = await this.log.rooms(reader.actor);
    return page({
      ...this.frames.queue(reader),
      title: reader.language.t('moderation:log.title'),
      body: <LogPage {...told} rooms={rooms} filter={filter} />,
    });
  }
}
