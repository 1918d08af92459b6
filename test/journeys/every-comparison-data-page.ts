import type { Stop } from './every-page';

const path = '/comparisons/social-economy-in-figures';

/** Published comparisons as they are taken along. */
export const comparisonDataPages: Stop[] = [
  { name: 'the data of a comparison', path: `${path}/data` },
  { name: 'the data of one country', path: `${path}/versions/1/data?country=se` },
];
