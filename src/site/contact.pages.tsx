import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { Public } from '../core/access/marks';
import { attempt } from '../core/http/attempt';
import { freshForm, type FormState } from '../core/http/form';
import { page, seeOther } from '../core/http/page';
import { RateLimit } from '../core/http/rate-limit';
import { CurrentReader, type Reader } from '../core/http/reader';
import { ContactForm } from './contact';
import { newMessage } from './contact.schema';
import { Contact } from './contact.service';

/** The way to those who run the hub, with or without an account. */
@Controller(':locale/contact')
@Public()
export class ContactPages {
  constructor(private readonly contact: Contact) {}

  @Get()
  form(@CurrentReader() reader: Reader, @Query('about') about?: string) {
    return this.show(reader, freshForm({ subject: about ?? '', email: reader.actor.person?.email ?? '' }));
  }

  @Post()
  @RateLimit(5, 3600)
  async write(@CurrentReader() reader: Reader, @Body() body: unknown) {
    const { actor, language } = reader;
    const answer = await attempt(newMessage, body, (input) =>
      this.contact.write(actor, language.locale, input),
    );
    return answer.done ? seeOther('/contact', 'site:contact.sent') : this.show(reader, answer.form);
  }

  private show({ language }: Reader, form: FormState) {
    return page({
      title: language.t('site:contact.title'),
      body: <ContactForm form={form} />,
      status: form.refusal?.status ?? 200,
    });
  }
}
