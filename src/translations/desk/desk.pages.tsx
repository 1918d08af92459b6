import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { SignedIn } from '../../core/access/marks';
import { attempt } from '../../core/http/attempt';
import type { FormState } from '../../core/http/form';
import { page, seeOther, type Page, type SeeOther } from '../../core/http/page';
import { RateLimit } from '../../core/http/rate-limit';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { locale as localeSchema } from '../../core/http/text.schema';
import type { Key } from '../../core/i18n/keys';
import { ownName, type Locale } from '../../core/i18n/locales';
import type { TranslationOf } from '../segment-store';
import { TextFrame } from '../text-frame';
import { deskPath } from '../translation-paths';
import { kindName } from '../translation.schema';
import { DeskPage } from './desk';
import { deskForm, deskQuery, type DeskQuery, type Verb } from './desk.schema';
import { Desk } from './desk.service';

const DONE: Record<Verb, Key> = {
  draft: 'translations:notice.saved',
  save: 'translations:notice.saved',
  reviewed: 'translations:notice.reviewed',
  current: 'translations:notice.current',
  discard: 'translations:notice.discarded',
  send: 'translations:notice.sent',
};

/** Translating, side by side. */
@SignedIn()
@Controller(':locale/translations/:kind/:id/:language')
export class DeskPages {
  constructor(
    private readonly desk: Desk,
    private readonly frame: TextFrame,
  ) {}

  /** The original beside its translation, segment by segment. */
  @Get()
  async show(
    @CurrentReader() reader: Reader,
    @Param('kind', { schema: kindName }) kind: string,
    @Param('id', { schema: z.guid() }) id: string,
    @Param('language', { schema: localeSchema }) locale: Locale,
    @Query({ schema: deskQuery }) query: DeskQuery,
  ): Promise<Page> {
    return this.page(reader, { kind, id, locale }, query);
  }

  /** Saves what is typed on the page, and does to one segment, or to all, what the button says. */
  @Post()
  @RateLimit(1200, 3600)
  async work(
    @CurrentReader() reader: Reader,
    @Param('kind', { schema: kindName }) kind: string,
    @Param('id', { schema: z.guid() }) id: string,
    @Param('language', { schema: localeSchema }) locale: Locale,
    @Query({ schema: deskQuery }) query: DeskQuery,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const of = { kind, id, locale };
    const answer = await attempt(deskForm, body, async (work) => {
      await this.desk.work(reader.actor, of, work);
      return work;
    });
    if (!answer.done) return this.page(reader, of, query, answer.form);
    const { verb, at } = answer.result;
    return seeOther(`${deskPath(of)}${asked(query)}${at ? `#s-${at}` : ''}`, DONE[verb]);
  }

  private async page(
    reader: Reader,
    of: TranslationOf,
    query: DeskQuery,
    refused?: FormState,
  ): Promise<Page> {
    const kept = new Set(Object.keys(refused?.values ?? {}).map((name) => name.replace(/^text\./, '')));
    const view = await this.desk.of(reader.actor, of, query, kept);
    const { t } = reader.language;
    const { text } = view.workshop;
    return page({
      ...(await this.frame.of(reader, text)),
      title: t('translations:desk.window', { title: text.title, language: ownName(of.locale) }),
      body: <DeskPage {...view} action={`${deskPath(of)}${asked(query)}`} {...(refused && { refused })} />,
      scripts: ['desk'],
      hidden: true,
      ...(refused?.refusal && { status: refused.refusal.status }),
    });
  }
}

const asked = ({ show, page: number }: DeskQuery): string => {
  const query = new URLSearchParams({
    ...(show !== 'all' && { show }),
    ...(number > 1 && { page: String(number) }),
  }).toString();
  return query && `?${query}`;
};
