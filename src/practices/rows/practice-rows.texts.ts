import { Injectable } from '@nestjs/common';
import { RowTexts } from './row-texts';
import { ROW_LIMITS } from './row-limits';

@Injectable()
export class PracticeActorTexts extends RowTexts {
  readonly name = 'practice_actor';
  readonly label = 'practices:text.actors';
  readonly table = 'practice_actors';
  readonly translations = 'practice_actor_translations';
  readonly strings = [
    { name: 'role', form: 'line', limit: ROW_LIMITS.role, visible: true, label: 'practices:row.role' },
  ] as const;
}

@Injectable()
export class PracticeResultTexts extends RowTexts {
  readonly name = 'practice_result';
  readonly label = 'practices:text.results';
  readonly table = 'practice_results';
  readonly translations = 'practice_result_translations';
  readonly strings = [
    {
      name: 'indicator',
      form: 'line',
      limit: ROW_LIMITS.indicator,
      visible: true,
      label: 'practices:row.indicator',
    },
    { name: 'unit', form: 'line', limit: ROW_LIMITS.unit, visible: true, label: 'practices:row.unit' },
    { name: 'method', form: 'line', limit: ROW_LIMITS.method, visible: true, label: 'practices:row.method' },
  ] as const;
}

@Injectable()
export class PracticeTransferTexts extends RowTexts {
  readonly name = 'practice_transfer';
  readonly label = 'practices:text.transfers';
  readonly table = 'practice_transfers';
  readonly translations = 'practice_transfer_translations';
  /** What a reader has told is nobody's word yet. */
  protected override readonly settled = 'not owner.awaits';
  readonly strings = [
    { name: 'result', form: 'prose', limit: ROW_LIMITS.result, visible: true, label: 'practices:row.result' },
  ] as const;
}

@Injectable()
export class PracticeLinkTexts extends RowTexts {
  readonly name = 'practice_link';
  readonly label = 'practices:text.links';
  readonly table = 'practice_links';
  readonly translations = 'practice_link_translations';
  readonly strings = [
    { name: 'label', form: 'line', limit: ROW_LIMITS.label, visible: true, label: 'practices:row.label' },
  ] as const;
}
