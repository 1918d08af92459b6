import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../core/access/actor';
import { CurrentActor, Public } from '../../core/access/marks';
import { slug as slugSchema } from '../../core/http/slug.schema';
import { coverageView, type CoverageView } from '../../translations/coverage/coverage.schema';
import { Coverage } from '../../translations/coverage/coverage.service';
import { PartnershipAccess } from '../partnership.access';

/** How far the texts of a partnership are translated, for programs. */
@ApiTags('partnerships')
@Public()
@Controller('api/v1/partnerships/:slug/coverage')
export class CoverageController {
  constructor(
    private readonly access: PartnershipAccess,
    private readonly coverage: Coverage,
  ) {}

  /** Translations by kind and language, and per language what stands in the way of a print. */
  @Get()
  @ApiOkResponse({ standardSchema: coverageView })
  async show(
    @CurrentActor() actor: Actor,
    @Param('slug', { schema: slugSchema }) slug: string,
  ): Promise<CoverageView> {
    const { id } = await this.access.to(actor, 'read', slug);
    return this.coverage.of(actor, id);
  }
}
