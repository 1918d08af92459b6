import { isLocale, type Locale } from '../../core/i18n/locales';
import { posix } from 'node:path';
import { contentsHtml, entranceHtml, noteHtml } from './contents';
import type { Kept } from './crawl';
import {
  attribute,
  elements,
  fill,
  find,
  hasClass,
  is,
  outer,
  putFirst,
  remove,
  setAttribute,
  textOf,
  type Tree,
  type TreeElement,
} from './markup-tree';
import { contentsName, relative } from './rewriting';

/** What the pages of an archive have that those of the hub have not. */
export class PageFinisher {
  constructor(
    private readonly name: { text: string; lang: string },
    private readonly archivedOn: Date,
  ) {}

  /** Says on the page that it is one of an archive, and whose money paid for it. @param funding of the same language */
  complete(
    tree: Tree,
    { address, name }: Pick<Kept, 'address' | 'name'>,
    funding?: { html: string; words: string },
  ): void {
    const body = find(tree, (element) => is(element, 'body'))!;
    const foot = find(tree, (element) => hasClass(element, 'site-foot'));
    const within = foot && find(foot, (element) => hasClass(element, 'page'));
    if (funding && within && !textOf(within).includes(funding.words)) putFirst(within, funding.html);
    const locale = address.locale!;
    putFirst(body, noteHtml(locale, this.archivedOn, relative(name, contentsName(locale))));
    const skip = find(body, (element) => hasClass(element, 'skip'));
    if (!skip) return;
    remove(skip);
    putFirst(body, outer(skip));
  }

  /** The page that lists the others. @param shell any finished page of the partnership in this language */
  contents(shell: Tree, shellName: string, locale: Locale, kept: readonly Kept[]): void {
    const at = contentsName(locale);
    this.become(shell, shellName, at);
    const { text: name, lang: nameLang } = this.name;
    fill(mainOf(shell), contentsHtml({ name, nameLang, locale, kept, archivedOn: this.archivedOn, at }));
    for (const link of languageLinks(shell)) {
      const to = attribute(link, 'hreflang');
      if (isLocale(to)) setAttribute(link, 'href', relative(at, contentsName(to)));
    }
  }

  /** The page that leads to the languages. */
  entrance(shell: Tree, shellName: string): void {
    this.become(shell, shellName, 'index.html');
    fill(mainOf(shell), entranceHtml(this.name.text, this.name.lang, this.archivedOn));
    const away = ['langs', 'main-nav', 'demo-strip', 'foot-links'];
    for (const element of elements(shell)) if (away.some((name) => hasClass(element, name))) remove(element);
  }

  /** Another page in the same frame. */
  private become(shell: Tree, from: string, to: string): void {
    const title = find(shell, (element) => is(element, 'title'));
    if (title) title.childNodes = [{ nodeName: '#text', value: this.name.text, parentNode: title }];
    const crumbs = find(shell, (element) => hasClass(element, 'crumbs'));
    if (crumbs) remove(crumbs);
    fill(mainOf(shell), '');
    for (const element of elements(shell)) {
      setAttribute(element, 'aria-current', undefined);
      for (const name of ['href', 'src']) {
        const link = attribute(element, name);
        if (link !== undefined && !/^(#|data:|https?:|mailto:)/.test(link))
          setAttribute(element, name, relative(to, posix.join(posix.dirname(from), link)));
      }
    }
  }
}

const mainOf = (tree: Tree): TreeElement => find(tree, (element) => is(element, 'main'))!;

const languageLinks = (tree: Tree): TreeElement[] =>
  [...elements(tree)].filter((element) => is(element, 'a') && attribute(element, 'hreflang') !== undefined);
