import { Refusal } from '../../core/errors/refusal';

/** A newcomer's post waits. Doors that can hold it do so; the others say so. */
export class MustWait extends Refusal {
  constructor() {
    super(403, 'rooms:refusal.newcomer_waits');
  }
}
