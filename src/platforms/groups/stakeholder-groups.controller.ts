import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Public } from '../../core/access/marks';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { groupList } from './balance.schema';
import { StakeholderGroups } from './stakeholder-groups.service';

@ApiTags('platforms')
@Public()
@Controller('api/v1/stakeholder-groups')
export class StakeholderGroupsController {
  constructor(private readonly groups: StakeholderGroups) {}

  /** The kinds of people that sit at tables, in their order. */
  @Get()
  @ApiOkResponse({ standardSchema: groupList })
  async list(@CurrentReader() { locales }: Reader): Promise<z.infer<typeof groupList>> {
    return { items: await this.groups.all(locales) };
  }
}
