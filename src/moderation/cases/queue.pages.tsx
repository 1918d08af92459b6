import { Controller, Get, Query } from '@nestjs/common';
import { SignedIn } from '../../core/access/marks';
import { page } from '../../core/http/page';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { queueFilter, type QueueFilter } from './case.schema';
import { QueuePage } from './queue';
import { Queues } from './queue.service';

/** What waits for those who keep order somewhere. */
@SignedIn()
@Controller(':locale/moderation')
export class QueuePages {
  constructor(private readonly queues: Queues) {}

  @Get()
  async show(
    @CurrentReader() { actor, language }: Reader,
    @Query({ schema: queueFilter }) filter: QueueFilter,
  ) {
    const queue = await this.queues.list(actor, filter);
    return page({
      title: language.t('moderation:queue.title'),
      section: 'rooms',
      hidden: true,
      body: <QueuePage queue={queue} filter={filter} />,
    });
  }
}
