import type accounts from '../../../locales/en/accounts.json';
import type archive from '../../../locales/en/archive.json';
import type comparisons from '../../../locales/en/comparisons.json';
import type conclusions from '../../../locales/en/conclusions.json';
import type demo from '../../../locales/en/demo.json';
import type directory from '../../../locales/en/directory.json';
import type editions from '../../../locales/en/editions.json';
import type errors from '../../../locales/en/errors.json';
import type evidence from '../../../locales/en/evidence.json';
import type files from '../../../locales/en/files.json';
import type glossary from '../../../locales/en/glossary.json';
import type handbooks from '../../../locales/en/handbooks.json';
import type mail from '../../../locales/en/mail.json';
import type moderation from '../../../locales/en/moderation.json';
import type notifications from '../../../locales/en/notifications.json';
import type partnerships from '../../../locales/en/partnerships.json';
import type platforms from '../../../locales/en/platforms.json';
import type practices from '../../../locales/en/practices.json';
import type recommendations from '../../../locales/en/recommendations.json';
import type rooms from '../../../locales/en/rooms.json';
import type search from '../../../locales/en/search.json';
import type site from '../../../locales/en/site.json';
import type translations from '../../../locales/en/translations.json';
import type ui from '../../../locales/en/ui.json';

interface Words {
  accounts: typeof accounts;
  archive: typeof archive;
  comparisons: typeof comparisons;
  conclusions: typeof conclusions;
  demo: typeof demo;
  directory: typeof directory;
  editions: typeof editions;
  errors: typeof errors;
  evidence: typeof evidence;
  files: typeof files;
  glossary: typeof glossary;
  handbooks: typeof handbooks;
  mail: typeof mail;
  moderation: typeof moderation;
  notifications: typeof notifications;
  partnerships: typeof partnerships;
  platforms: typeof platforms;
  practices: typeof practices;
  recommendations: typeof recommendations;
  rooms: typeof rooms;
  search: typeof search;
  site: typeof site;
  translations: typeof translations;
  ui: typeof ui;
}

type WithoutPlural<Name extends string> =
  Name extends `${infer Base}_${'one' | 'two' | 'few' | 'many' | 'other'}` ? Base : Name;

type Paths<Tree> = {
  [Name in keyof Tree & string]: Tree[Name] extends string
    ? WithoutPlural<Name>
    : `${Name}.${Paths<Tree[Name]>}`;
}[keyof Tree & string];

/** `capability:path.to.words`, checked against the English files at compile time. */
export type Key = { [Name in keyof Words]: `${Name}:${Paths<Words[Name]>}` }[keyof Words];

/** What stands in the words' placeholders; `count` chooses the plural form. */
export type Values = Record<string, string | number>;
