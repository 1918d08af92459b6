import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../core/access/actor';
import { CurrentActor, SignedIn } from '../../core/access/marks';
import { meView, profileChanges, type ProfileChanges } from './profile.schema';
import { Profiles } from './profiles.service';

@ApiTags('me')
@Controller('api/v1/me')
@SignedIn()
export class MeController {
  constructor(private readonly profiles: Profiles) {}

  /** You, as the hub knows you. */
  @Get()
  @ApiOkResponse({ standardSchema: meView })
  view(@CurrentActor() actor: Actor) {
    return this.profiles.me(actor);
  }

  /** Changes what you send; 409 with what stands now when it was saved elsewhere meanwhile. */
  @Patch()
  @ApiOkResponse({ standardSchema: meView })
  edit(@CurrentActor() actor: Actor, @Body({ schema: profileChanges }) input: ProfileChanges) {
    return this.profiles.edit(actor, input);
  }
}
