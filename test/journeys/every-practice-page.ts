import type { Stop } from './every-page';

/** Good practices as people read them. */
export const practicePages = (): Stop[] => [
  { name: 'good practices', path: '/practices' },
  { name: 'good practices as cards', path: '/practices?view=cards' },
  { name: 'good practices on a map', path: '/practices?view=map' },
  { name: 'good practices of a region', path: '/practices?region=SI032&theme=procurement' },
  { name: 'no good practice', path: '/practices?q=xyzzy' },
  { name: 'good practices, all states', path: '/practices', as: 'organiser' },
];
