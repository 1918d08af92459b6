import type { Key } from '../../core/i18n/keys';
import type { RoomMeasureKind } from '../../rooms/keeping/room-measures';
import type { Measure } from '../decisions/measure';
import { groundWords, type Ground } from '../grounds';
import type { Figure } from './figures.schema';

type Span = 'day' | 'week' | 'month' | 'longer';
type Appeal = 'author' | 'reporter' | 'upheld' | 'overturned' | 'waiting' | 'same_person';

/** What a figure counts, in words. */
export function figureWords({ group, name }: Figure): Key {
  if (group === 'reports') return groundWords(name as Ground);
  if (group === 'accord') return `moderation:figures.accord.${name as 'reported' | 'own'}`;
  if (group === 'duration') return `moderation:figures.span.${name as Span}`;
  if (group === 'appeals') return `moderation:figures.appeal.${name as Appeal}`;
  return `moderation:measure.${name as Measure | RoomMeasureKind}`;
}
