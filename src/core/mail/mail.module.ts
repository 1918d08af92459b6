import { Global, Module } from '@nestjs/common';
import { Mailer } from './mailer.service';
import { Outbox } from './outbox.service';

@Global()
@Module({ providers: [Mailer, Outbox], exports: [Mailer, Outbox] })
export class MailModule {}
