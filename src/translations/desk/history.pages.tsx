import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { SignedIn } from '../../core/access/marks';
import { page, seeOther, type Page, type SeeOther } from '../../core/http/page';
import { parse } from '../../core/http/parse';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { locale as localeSchema } from '../../core/http/text.schema';
import { ownName, type Locale } from '../../core/i18n/locales';
import { TextFrame } from '../text-frame';
import { deskHistoryPath, deskPath } from '../translation-paths';
import { kindName } from '../translation.schema';
import { HistoryPage } from './history';
import { SegmentHistory } from './segment-history.service';

const number = z.string().regex(/^\d{1,18}$/);
const historyQuery = z.object({
  segment: z.guid().optional().catch(undefined),
  from: number.optional().catch(undefined),
  to: number.optional().catch(undefined),
});
const restored = z.object({ revision: number });

/** What was done to a translation, and by whom. */
@SignedIn()
@Controller(':locale/translations/:kind/:id/:language/history')
export class HistoryPages {
  constructor(
    private readonly history: SegmentHistory,
    private readonly frame: TextFrame,
  ) {}

  /** Every change, and what it changed; any two of one segment can be compared. */
  @Get()
  async show(
    @CurrentReader() reader: Reader,
    @Param('kind', { schema: kindName }) kind: string,
    @Param('id', { schema: z.guid() }) id: string,
    @Param('language', { schema: localeSchema }) locale: Locale,
    @Query({ schema: historyQuery }) { segment, from, to }: z.output<typeof historyQuery>,
  ): Promise<Page> {
    const of = { kind, id, locale };
    const { text, revisions } = await this.history.of(reader.actor, of, segment);
    const frame = await this.frame.of(reader, text);
    const { t } = reader.language;
    return page({
      ...frame,
      crumbs: [...(frame.crumbs ?? []), { label: text.title, path: deskPath(of), lang: text.titleLocale }],
      title: t('translations:history.window', { title: text.title, language: ownName(locale) }),
      body: (
        <HistoryPage
          {...{ of, text, revisions }}
          segment={segment}
          from={revisions.find((each) => each.id === from)}
          to={revisions.find((each) => each.id === to)}
        />
      ),
      hidden: true,
    });
  }

  /** Takes a segment back to what it said before. */
  @Post()
  async restore(
    @CurrentReader() { actor }: Reader,
    @Param('kind', { schema: kindName }) kind: string,
    @Param('id', { schema: z.guid() }) id: string,
    @Param('language', { schema: localeSchema }) locale: Locale,
    @Body() body: unknown,
  ): Promise<SeeOther> {
    const of = { kind, id, locale };
    const { revision } = parse(restored, body);
    const segment = await this.history.restore(actor, of, revision);
    return seeOther(`${deskHistoryPath(of)}?segment=${segment}`, 'translations:notice.restored');
  }
}
