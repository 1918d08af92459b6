import { counted, data } from './data';
import { slot } from './slots';

export interface Numbers {
  voters: number;
  /** By choice; null where nothing may be known yet. */
  counts: Record<string, number> | null;
}

const number = new Intl.NumberFormat(data.region);

/**
 * Brings the result of a drawn poll up to date.
 * @returns false where the hub must draw it: it shows something else, or its author may do something else with it now
 */
export function drawNumbers(place: HTMLElement, { voters, counts }: Numbers): boolean {
  const told = slot('poll-voters', place);
  const bars = [...place.querySelectorAll<HTMLElement>('tr[data-bar]')];
  if (!told || (bars.length === 0) !== (counts === null)) return false;
  for (const bar of bars) drawBar(bar, counts?.[bar.dataset['bar'] ?? ''] ?? 0, voters);
  told.textContent = counted(JSON.parse(told.dataset['forms'] ?? '{}') as Record<string, string>, voters);
  const mayEdit = slot('poll-foot', place)?.querySelector('a[href$="/edit"]') != null;
  return voters > 0 && !mayEdit;
}

function drawBar(bar: HTMLElement, value: number, voters: number): void {
  const share = Math.round(Math.min(1, value / Math.max(1, voters)) * 100);
  bar.querySelector('.num')!.textContent = number.format(value);
  bar.querySelector('rect:last-child')?.setAttribute('width', `${share}%`);
}
