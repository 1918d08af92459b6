import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { Config } from '../../core/config/config';
import type { Text } from '../../core/texts/text-kind';
import { TextKinds } from '../../core/texts/text-kinds';
import { isPublic } from '../memory/place';
import { RoomConsent, agrees, maySend } from './room-consent';

/** Which texts may be sent to a machine at all. */
@Injectable()
export class MachinePolicy {
  constructor(
    private readonly config: Config,
    private readonly kinds: TextKinds,
    private readonly modules: ModuleRef,
  ) {}

  translates(kind: string): boolean {
    return this.config.machine?.kinds.includes(kind) ?? false;
  }

  /** Asked anew before each sending: a room may have been closed to machines, or to the public, since. */
  async allows(text: Text): Promise<boolean> {
    if (!this.translates(text.kind)) return false;
    const isOpen = await isPublic(this.kinds, text);
    if (!text.roomId) return isOpen || this.config.machine!.rooms === 'all';
    const consent = await this.modules.get(RoomConsent, { strict: false }).of(text.roomId);
    if (!consent) return false;
    const hidden = consent.visibility === 'public' && !isOpen;
    return maySend(this.config.machine!.rooms, consent.visibility) && agrees(consent) && !hidden;
  }
}
