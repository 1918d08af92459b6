import { Controller, Get } from '@nestjs/common';
import { Public } from '../../core/access/marks';
import { page } from '../../core/http/page';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { HouseRules } from './house-rules';
import { PartnershipRules } from './own-rules.service';

/** What holds for everybody who writes here. */
@Public()
@Controller(':locale/house-rules')
export class HouseRulesPages {
  constructor(private readonly own: PartnershipRules) {}

  @Get()
  async rules(@CurrentReader() { actor, language }: Reader) {
    const own = await this.own.list(actor);
    return page({
      title: language.t('moderation:rules.title'),
      description: language.t('moderation:rules.lead'),
      body: <HouseRules own={own} />,
    });
  }
}
