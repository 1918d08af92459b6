import { Controller, Get } from '@nestjs/common';
import { Public } from '../core/access/marks';
import { Config } from '../core/config/config';
import { NotFound } from '../core/errors/refusal';
import { page, type Page } from '../core/http/page';
import { CurrentReader, type Reader } from '../core/http/reader';
import { Outbox } from '../core/mail/outbox.service';
import { OutboxPage } from './outbox';

/** Whether mails can be read in the browser: only while somebody develops, and has no mail server. */
export const showsOutbox = (config: Config): boolean => config.development && !config.smtpUrl;

@Controller(':locale/dev/mail')
@Public()
export class OutboxPages {
  constructor(
    private readonly config: Config,
    private readonly outbox: Outbox,
  ) {}

  @Get()
  async show(@CurrentReader() { language }: Reader): Promise<Page> {
    if (!showsOutbox(this.config)) throw new NotFound();
    return page({
      title: language.t('accounts:outbox.title'),
      body: <OutboxPage mails={await this.outbox.newest(30)} />,
      hidden: true,
    });
  }
}
