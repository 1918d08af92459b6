import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Public, SignedIn } from '../../core/access/marks';
import { attempt } from '../../core/http/attempt';
import { freshForm, type FormState } from '../../core/http/form';
import { page, seeOther } from '../../core/http/page';
import { RateLimit } from '../../core/http/rate-limit';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { slug } from '../../core/http/slug.schema';
import { partnershipPolicy } from '../../partnerships/partnership.policy';
import { TextFrame } from '../../translations/text-frame';
import { ownRulesPath } from '../moderation-paths';
import { EditOwnRules } from './edit-own-rules';
import { OwnRulesPage } from './own-rules';
import { rulesQuery, writtenRules, type RulesQuery } from './own-rules.schema';
import { PartnershipRules } from './own-rules.service';

/** House rules of a partnership: read by all who read it, written by its editors. */
@Controller(':locale/partnerships/:slug/house-rules')
export class OwnRulesPages {
  constructor(
    private readonly rules: PartnershipRules,
    private readonly frame: TextFrame,
  ) {}

  @Public()
  @Get()
  async read(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slug }) key: string,
    @Query({ schema: rulesQuery }) { version }: RulesQuery,
  ) {
    const told = await this.rules.of(reader.actor, key, reader.locales);
    const { id, name } = told.partnership;
    return page({
      ...(await this.frame.of(reader, { partnershipId: id })),
      title: `${reader.language.t('moderation:rules.title')}: ${name}`,
      path: ownRulesPath(key),
      body: <OwnRulesPage told={told} locales={reader.locales} version={version} />,
    });
  }

  @SignedIn()
  @Get('edit')
  edit(@CurrentReader() reader: Reader, @Param('slug', { schema: slug }) key: string) {
    return this.editing(reader, key);
  }

  @SignedIn()
  @Post('edit')
  @RateLimit(100, 3600)
  async write(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slug }) key: string,
    @Body() body: unknown,
  ) {
    const answer = await attempt(writtenRules, body, (input) => this.rules.write(reader.actor, key, input));
    if (!answer.done) return this.editing(reader, key, answer.form);
    return seeOther(ownRulesPath(key), 'moderation:notice.rules_saved');
  }

  @SignedIn()
  @Post('end')
  async end(@CurrentReader() reader: Reader, @Param('slug', { schema: slug }) key: string) {
    await this.rules.end(reader.actor, key);
    return seeOther(ownRulesPath(key), 'moderation:notice.rules_ended');
  }

  private async editing(reader: Reader, key: string, refused?: FormState) {
    const { partnership, rules } = await this.rules.of(reader.actor, key, []);
    partnershipPolicy.allow(reader.actor, 'edit', partnership);
    const values = {
      ...{ body: rules?.body ?? '', locale: rules?.locale ?? reader.language.locale },
      revision: String(rules?.revision ?? 0),
    };
    return page({
      ...(await this.frame.of(reader, { partnershipId: partnership.id })),
      title: reader.language.t('moderation:own.edit'),
      path: `${ownRulesPath(key)}/edit`,
      hidden: true,
      status: refused?.refusal?.status ?? 200,
      body: <EditOwnRules slug={key} rules={rules} form={refused ?? freshForm(values)} />,
    });
  }
}
