import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../core/access/actor';
import { CurrentActor, Public, SignedIn } from '../../core/access/marks';
import { RateLimit } from '../../core/http/rate-limit';
import { slug } from '../../core/http/slug.schema';
import { ownRulesView, writtenRules, type OwnRulesView, type WrittenRules } from './own-rules.schema';
import { PartnershipRules } from './own-rules.service';

/** House rules of partnerships, for programs. */
@ApiTags('moderation')
@Controller('api/v1/partnerships/:slug/house-rules')
export class OwnRulesController {
  constructor(private readonly rules: PartnershipRules) {}

  /** What its own rules say and said, with the days on which they held; the rules of the hub hold anyway. */
  @Public()
  @Get()
  @ApiOkResponse({ standardSchema: ownRulesView })
  read(@CurrentActor() actor: Actor, @Param('slug', { schema: slug }) key: string): Promise<OwnRulesView> {
    return this.view(actor, key);
  }

  /** Writes them, on top of the revision that was seen. */
  @SignedIn()
  @Put()
  @RateLimit(100, 3600)
  @ApiOkResponse({ standardSchema: ownRulesView })
  async write(
    @CurrentActor() actor: Actor,
    @Param('slug', { schema: slug }) key: string,
    @Body({ schema: writtenRules }) input: WrittenRules,
  ): Promise<OwnRulesView> {
    await this.rules.write(actor, key, input);
    return this.view(actor, key);
  }

  /** Ends them: what they said stays to be read. */
  @SignedIn()
  @Delete()
  @HttpCode(204)
  end(@CurrentActor() actor: Actor, @Param('slug', { schema: slug }) key: string): Promise<void> {
    return this.rules.end(actor, key);
  }

  private async view(actor: Actor, key: string): Promise<OwnRulesView> {
    const { rules, versions } = await this.rules.of(actor, key, []);
    return { id: rules?.id ?? null, versions };
  }
}
