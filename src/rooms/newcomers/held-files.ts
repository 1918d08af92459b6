import { Injectable } from '@nestjs/common';
import type { Actor } from '../../core/access/actor';
import { FileHolder } from '../../files/file-holder';
import { heldPostPolicy } from './held-post.policy';

export const HELD = 'held_post';

/** The files of a post that waits are read with it: by who wrote it and by those who decide. */
@Injectable()
export class HeldFiles extends FileHolder {
  readonly name = HELD;
  readonly table = 'held_posts';
  readonly joins = 'join rooms room on room.id = owner.room_id';

  readable(actor: Actor) {
    return heldPostPolicy.readable(actor, 'owner');
  }
}
