import { keep, kept } from './kept';
import { slot } from './slots';

/** Whether new posts are read out; remembered on this device. */
export function chooseAnnouncements(announce: (voice: string) => void): void {
  const choice = slot('announcements');
  const select = choice?.querySelector('select');
  if (!choice || !select) return;
  choice.hidden = false;
  select.value = kept<string>('announcements') ?? 'polite';
  announce(select.value);
  select.addEventListener('change', () => {
    keep('announcements', select.value);
    announce(select.value);
  });
}
