/** Where the frame of every page leads. Paths without the locale. */
export const PATHS = {
  home: '/',
  partnerships: '/partnerships',
  platforms: '/platforms',
  rooms: '/rooms',
  organisations: '/organisations',
  glossary: '/glossary',
  handbooks: '/handbooks',
  practices: '/practices',
  comparisons: '/comparisons',
  search: '/search',
  signIn: '/sign-in',
  signUp: '/sign-up',
  signOut: '/sign-out',
  news: '/what-is-new',
  nextUnread: '/what-is-new/next',
  notifications: '/notifications',
  following: '/notifications/following',
  levels: '/followed-rooms',
  translations: '/translations',
  files: '/files',
  settings: '/settings',
  sessions: '/settings/sessions',
  accessibility: '/accessibility',
  about: '/about',
  privacy: '/privacy',
  contact: '/contact',
  houseRules: '/house-rules',
  interface: '/api',
  styleguide: '/styleguide',
  wrongWords: '/wrong-words',
  machine: '/machine-translation',
} as const;

/** Where a text is translated, without the locale of the page. */
export const textDeskPath = (kind: string, id: string, locale: string): string =>
  `/translations/${kind}/${id}/${locale}`;
