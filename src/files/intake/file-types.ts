/** What the hub takes, by the ending that such a file gets. */
const TYPES = {
  jpg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
} as const;

export type Ending = keyof typeof TYPES;

export const typeOf = (ending: Ending): string => TYPES[ending];

const IMAGES: readonly string[] = ['jpg', 'png', 'gif', 'webp', 'avif'];

export const isImage = (ending: Ending): boolean => IMAGES.includes(ending);

/** The ending that a type goes by: `image/jpeg` → `jpg`. */
export const endingOf = (type: string): string =>
  Object.entries(TYPES).find(([, each]) => each === type)?.[0] ?? '';

/** For file fields: what the browser offers first. */
export const ACCEPTED = [...Object.keys(TYPES).map((ending) => `.${ending}`), '.jpeg'].join(',');

/** `photo.JPEG` → `jpg`; `undefined` when the name has no ending that we know. */
export function endingIn(name: string): Ending | undefined {
  const ending = /\.([a-z]{3,4})$/i.exec(name)?.[1]?.toLowerCase().replace('jpeg', 'jpg');
  return ending !== undefined && Object.hasOwn(TYPES, ending) ? (ending as Ending) : undefined;
}
