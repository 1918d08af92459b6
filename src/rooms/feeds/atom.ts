import { writable } from '../../core/xml/writable';
import { block, inline, writeXml, type XmlNode } from '../../core/xml/write-xml';

interface Text {
  text: string;
  locale: string;
}

/** What a feed tells of, for RFC 4287. Addresses are whole. */
export interface AtomFeed {
  /** Stays the same whatever it is called and wherever it stands. */
  id: string;
  title: Text;
  subtitle?: Text;
  /** Where the hub is: addresses inside of what people wrote begin there. */
  base: string;
  locale: string;
  page: string;
  self: string;
  /** Other pages of the same feed (RFC 5005). */
  pages: { rel: 'first' | 'previous' | 'next'; address: string }[];
  /** The same feed in other languages. */
  others: { locale: string; address: string }[];
  updated: string;
  rights: Text[];
  entries: AtomEntry[];
}

export interface AtomEntry {
  id: string;
  title: Text;
  page: string;
  published: string;
  updated: string;
  author: { name: string; organisation: { name: string; page: string } | null };
  /** Safe HTML. */
  content: Text;
  files: { address: string; type: string; size: number; name: string }[];
}

const ATOM = 'application/atom+xml';

/** Characters that XML cannot hold are left out: nobody sees them, and with them nothing could be read. */
export function writeAtom(feed: AtomFeed): string {
  const { title, subtitle, locale, page, rights } = feed;
  const attributes = {
    xmlns: 'http://www.w3.org/2005/Atom',
    'xml:lang': locale,
    'xml:base': `${feed.base}/`,
  };
  const root = block('feed', attributes, [
    inline('id', {}, [feed.id]),
    said('title', title),
    ...(subtitle ? [said('subtitle', subtitle)] : []),
    inline('link', { rel: 'self', type: ATOM, hreflang: locale, href: feed.self }),
    ...feed.pages.map(({ rel, address }) => inline('link', { rel, type: ATOM, href: address })),
    inline('link', { rel: 'alternate', type: 'text/html', hreflang: locale, href: page }),
    ...feed.others.map((other) =>
      inline('link', { rel: 'alternate', type: ATOM, hreflang: other.locale, href: other.address }),
    ),
    inline('updated', {}, [feed.updated]),
    ...(rights[0] ? [said('rights', joined(rights[0], rights))] : []),
    ...feed.entries.map((entry) => entryOf(entry, locale)),
  ]);
  return writeXml(writable(root));
}

function entryOf({ author, content, files, ...entry }: AtomEntry, locale: string): XmlNode {
  const { organisation } = author;
  return block('entry', { 'xml:lang': content.locale }, [
    inline('id', {}, [entry.id]),
    said('title', entry.title),
    inline('link', { rel: 'alternate', type: 'text/html', hreflang: locale, href: entry.page }),
    ...files.map(({ address, type, size, name }) =>
      inline('link', { rel: 'enclosure', type, length: String(size), title: name, href: address }),
    ),
    inline('published', {}, [entry.published]),
    inline('updated', {}, [entry.updated]),
    block('author', {}, [
      inline('name', {}, [[author.name, organisation?.name].filter(Boolean).join(', ')]),
      ...(organisation ? [inline('uri', {}, [organisation.page])] : []),
    ]),
    inline('content', { type: 'html', 'xml:lang': content.locale }, [content.text]),
  ]);
}

const said = (name: string, { text, locale }: Text): XmlNode => inline(name, { 'xml:lang': locale }, [text]);

/** The wordings of several grants; they are in one language, as a rule. */
const joined = (first: Text, all: Text[]): Text => ({
  ...first,
  text: all.map(({ text }) => text).join(' '),
});
