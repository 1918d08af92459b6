import type { ComponentChildren } from 'preact';
import type { Key, Values } from '../i18n/keys';

/** One step of "you are here"; the last one is the page itself and is not listed. */
export interface Crumb {
  label: string;
  /** Path without the locale: `/rooms`. */
  path: string;
  lang?: string;
}

/** The wording of one grant, shown on every page of its partnership (visibility.md §1.5). */
export interface FundingNotice {
  /** `undefined` in both texts: the grant's wording is not known, which the page says. */
  statement?: string;
  disclaimer?: string;
  lang: string;
  emblem: boolean;
  /** Who the money came from, when there is no official statement to print. */
  name: string;
}

/** Names the client scripts that a page may ask for: files of ui/browser. */
export type Script = 'menu' | 'room' | 'desk' | 'progress' | 'editor' | 'comments' | 'writing' | 'structure';

export interface PageOptions {
  /** For the title element and history; the layout adds the name of the hub. */
  title: string;
  body: ComponentChildren;
  status?: number;
  crumbs?: Crumb[];
  /** The part of the main menu that this page belongs to. */
  section?:
    | ('home' | 'partnerships' | 'platforms' | 'rooms' | 'organisations')
    | ('practices' | 'comparisons' | 'handbooks' | 'glossary');
  /** Name of the accent of the partnership that the page belongs to; absent: the hub's own. */
  accent?: string;
  funding?: FundingNotice[];
  scripts?: Script[];
  /** Path without the locale, when the page stands at another address than the one asked for. */
  path?: string;
  /** What the page says, in one or two sentences: for search engines, and for who is sent its address. */
  description?: string;
  /** News of what the page shows, to be followed. Path without the locale. */
  feed?: { path: string; title: string };
  /** The same facts for machines, in the words of schema.org. */
  facts?: Record<string, unknown>;
  /** A part of a page by itself, without the layout, for the script that renews it. */
  bare?: boolean;
  /** Pages for one person only are not for search engines. */
  hidden?: boolean;
  /** Called with the whole document once it is drawn: see KeptPages. */
  keep?: (html: string) => void;
}

/** What a page handler returns; the layout is put round it by ui. */
export class Page {
  constructor(readonly options: PageOptions) {}
}

/** A page or another document that was drawn for an earlier visitor: gzip of UTF-8. */
export class KeptPage {
  constructor(
    readonly body: Buffer,
    readonly tag: string,
    readonly type = 'html',
    /** When something changed last of what it shows, if that is known. */
    readonly changedAt?: Date,
  ) {}
}

/** After a successful form: the browser loads the next page by GET, which shows the notice once. */
export class SeeOther {
  constructor(
    /** Path without the locale, or with one to change the language. */
    readonly path: string,
    readonly notice?: Key,
    readonly values?: Values,
    /** Takes it back: the path that a form is sent to, without the locale. */
    readonly undo?: string,
  ) {}
}

export const page = (options: PageOptions): Page => new Page(options);
export const seeOther = (path: string, notice?: Key, values?: Values, undo?: string): SeeOther =>
  new SeeOther(path, notice, values, undo);
