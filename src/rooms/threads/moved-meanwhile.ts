import { Refusal } from '../../core/errors/refusal';

/** What was to be changed went to another room between the look and the lock: once more, and it is found there. */
export class MovedMeanwhile extends Refusal {
  constructor() {
    super(409, 'rooms:refusal.moved_meanwhile');
  }
}
