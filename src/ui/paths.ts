/** Where the frame of every page leads. Paths without the locale. */
export const PATHS = {
  home: '/',
  partnerships: '/partnerships',
  platforms: '/platforms',
  rooms: '/rooms',
  organisations: '/organisations',
  signIn: '/sign-in',
  signUp: '/sign-up',
  signOut: '/sign-out',
  settings: '/settings',
  sessions: '/settings/sessions',
  accessibility: '/accessibility',
  about: '/about',
  privacy: '/privacy',
  contact: '/contact',
  interface: '/api',
  styleguide: '/styleguide',
} as const;
