/** Where the termbase lives. Paths without the locale. */
export const GLOSSARY = '/glossary';
export const conceptPath = (slug: string): string => `${GLOSSARY}/${slug}`;
export const termPath = (slug: string, id: string): string => `${conceptPath(slug)}/terms/${id}`;
export const countryPath = (slug: string, country: string): string =>
  `${conceptPath(slug)}/countries/${country}`;
