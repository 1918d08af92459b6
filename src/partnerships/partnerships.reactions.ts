import { Injectable } from '@nestjs/common';
import type { Entry } from '../core/journal/entry';
import { Later, Now } from '../core/journal/reactions';
import { Sockets } from '../core/realtime/sockets.gateway';
import { AppointmentLetters } from './people/appointment-letters.service';

type Appointed = Entry<'organiser.appointed' | 'editor.appointed'>;
type Changed = Entry<'organiser.appointed' | 'editor.appointed' | 'organiser.removed' | 'editor.removed'>;

/** What follows when people are appointed or removed. */
@Injectable()
export class PartnershipsReactions {
  constructor(
    private readonly sockets: Sockets,
    private readonly letters: AppointmentLetters,
  ) {}

  /** Powers have changed: open sockets are asked again who may what. */
  @Now('organiser.appointed', 'editor.appointed', 'organiser.removed', 'editor.removed')
  askAgain({ data }: Changed): void {
    this.sockets.closePerson(data.personId);
  }

  @Later('organiser.appointed', 'editor.appointed')
  async tell({ name, data, scope }: Appointed): Promise<void> {
    const office = name === 'organiser.appointed' ? 'organiser' : 'editor';
    await this.letters.appointed(scope.id, data.personId, office);
  }
}
