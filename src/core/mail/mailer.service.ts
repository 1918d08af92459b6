import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { Config } from '../config/config';
import type { Mail } from './mail';
import { Outbox } from './outbox.service';

/** Hands mails to the operator's SMTP server; without one they are kept in the outbox. */
@Injectable()
export class Mailer implements OnApplicationShutdown {
  private readonly transport: Transporter | undefined;

  constructor(
    private readonly config: Config,
    private readonly outbox: Outbox,
  ) {
    this.transport = config.smtpUrl ? createTransport(config.smtpUrl) : undefined;
  }

  /** @throws when the server refuses, so that the reaction that sends is tried again. */
  async send(mail: Mail): Promise<void> {
    if (!this.transport) return this.outbox.keep(mail);
    await this.transport.sendMail({
      from: this.config.mailFrom,
      // An object, since a string would be read as a list of addresses.
      to: { name: '', address: mail.to },
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      headers: { 'Content-Language': mail.locale, 'Auto-Submitted': 'auto-generated' },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }
}
