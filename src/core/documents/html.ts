import { type DocumentBlock, type DocumentBody, type Inline, type Reference } from './document';

/** What the tree refers to, as the page that is written knows it. Strings are words; markup is made here. */
export interface DocumentSurroundings {
  /** Distinguishes anchors when several texts stand on one page: `''` for the first. */
  prefix: string;
  /** The level that the highest heading of the text has: 2 below the title of a page. */
  firstHeading: number;
  /** Where a reference leads, and what it is called when it has no words of its own; `undefined`: it is gone. */
  reference(to: Reference, of: string): { href: string; label: string } | undefined;
  /** `undefined`: it is gone, or may not be seen. */
  figure(file: string): FigureFacts | undefined;
  /** Finished HTML of what is included; `undefined`: it is gone, or may not be seen. */
  inclusion(block: DocumentBlock & { kind: 'inclusion' }): string | undefined;
  /** Where links go, for those that are not the hub's: `null` leaves their words without a link. */
  address(address: string): string | null;
  words: DocumentWords;
  /** Notes, languages and pictures are marked as e-books know them. */
  ebook?: boolean;
}

export interface FigureFacts {
  src: string;
  /** Wider ones, as `srcset` has them. */
  srcset?: string;
  width: number;
  height: number;
  alt: string;
  altLang: string;
  /** "Figure 4"; empty for one that has no number. */
  label: string;
  /** Who made it, and under which licence. */
  credit: string | null;
}

/** In the language of the page. */
export interface DocumentWords {
  /** What is left where something is gone. */
  gone: string;
  tones: Record<'key' | 'example' | 'caution', string>;
  footnotes: string;
  /** "Note {{number}}" */
  footnote(number: number): string;
  /** "Back to the text {{number}}" */
  back(number: number): string;
  table: string;
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (mark) => ESCAPES[mark]!);

/** The tree as HTML that is also XHTML, so that pages and e-books can have the same. Notes stand at its end. */
export function documentHtml(body: DocumentBody, surroundings: DocumentSurroundings): string {
  return new HtmlWriter(surroundings).body(body);
}

const TAGS = { strong: 'strong', emphasis: 'em', struck: 's' } as const;

class HtmlWriter {
  /** A note that is referred to twice leads back to its first place. */
  private readonly referred = new Set<number>();
  /** A picture that stands twice is referred to at its first place. */
  private readonly drawn = new Set<string>();
  /** Links cannot stand in links. */
  private inLink = false;

  constructor(private readonly around: DocumentSurroundings) {}

  body({ blocks, footnotes }: DocumentBody): string {
    const text = this.blocks(blocks);
    if (footnotes.length === 0) return text;
    const items = footnotes.map((note, place) => this.footnote(note, place + 1)).join('');
    const { words, prefix, firstHeading } = this.around;
    const id = `${prefix}notes`;
    const heading = `h${Math.min(6, firstHeading)}`;
    return `${text}<section class="footnotes"${this.marked('footnotes')} aria-labelledby="${id}"><${heading} id="${id}" class="visually-hidden">${escapeHtml(words.footnotes)}</${heading}><ol>${items}</ol></section>`;
  }

  private footnote(note: DocumentBlock[], number: number): string {
    const { prefix, words } = this.around;
    const said = this.blocks(note);
    const back = this.referred.has(number)
      ? ` <a href="#${prefix}r-${number}" aria-label="${escapeHtml(words.back(number))}">↩</a>`
      : '';
    return `<li id="${prefix}n-${number}"${this.marked('footnote')}>${said}${back}</li>`;
  }

  /** What something is in the vocabulary of EPUB. */
  private marked(what: string): string {
    return this.around.ebook ? ` epub:type="${what}"` : '';
  }

  private blocks(blocks: readonly DocumentBlock[]): string {
    return blocks.map((block) => this.block(block)).join('\n');
  }

  private block(block: DocumentBlock): string {
    switch (block.kind) {
      case 'heading': {
        const level = Math.min(6, block.level - 2 + this.around.firstHeading);
        return `<h${level} id="${this.around.prefix}${block.anchor}">${this.inlines(block.children)}</h${level}>`;
      }
      case 'paragraph':
        return `<p>${this.inlines(block.children)}</p>`;
      case 'list':
        return this.list(block);
      case 'quote':
        return `<blockquote>${this.blocks(block.blocks)}</blockquote>`;
      case 'code':
        return `<pre><code>${escapeHtml(block.text)}</code></pre>`;
      case 'rule':
        return '<hr/>';
      case 'table':
        return this.table(block);
      case 'figure':
        return this.figure(block);
      case 'callout':
        return `<aside class="callout callout-${block.tone}"><p class="callout-title">${escapeHtml(this.around.words.tones[block.tone])}</p>${this.blocks(block.blocks)}</aside>`;
      case 'inclusion':
        return this.around.inclusion(block) ?? this.gone();
    }
  }

  private list({ ordered, start, items }: DocumentBlock & { kind: 'list' }): string {
    const tag = ordered ? 'ol' : 'ul';
    const from = ordered && start !== 1 ? ` start="${start}"` : '';
    return `<${tag}${from}>${items.map((item) => `<li>${this.item(item)}</li>`).join('')}</${tag}>`;
  }

  /** A single paragraph needs no mark of its own. */
  private item(blocks: DocumentBlock[]): string {
    const [first, ...rest] = blocks;
    if (first?.kind !== 'paragraph' || rest.some(({ kind }) => kind !== 'list')) return this.blocks(blocks);
    return this.inlines(first.children) + this.blocks(rest);
  }

  private table({ align, head, rows }: DocumentBlock & { kind: 'table' }): string {
    const cell = (tag: 'th' | 'td', scope: string) => (inlines: Inline[], place: number) => {
      const side = align[place] ? ` class="align-${align[place]}"` : '';
      return `<${tag}${scope}${side}>${this.inlines(inlines)}</${tag}>`;
    };
    const heads = head.map(cell('th', ' scope="col"')).join('');
    const lines = rows.map((row) => `<tr>${row.map(cell('td', '')).join('')}</tr>`).join('');
    return `<div class="scroll" tabindex="0" role="group" aria-label="${escapeHtml(this.around.words.table)}"><table class="data"><thead><tr>${heads}</tr></thead><tbody>${lines}</tbody></table></div>`;
  }

  private figure({ file, caption }: DocumentBlock & { kind: 'figure' }): string {
    const facts = this.around.figure(file);
    if (!facts) return this.gone();
    const { src, srcset, width, height, alt, altLang, label, credit } = facts;
    const wider = srcset ? ` srcset="${escapeHtml(srcset)}" sizes="(min-width: 48rem) 42rem, 100vw"` : '';
    const said = caption.length ? ` ${this.inlines(caption)}` : '';
    const by = credit ? ` <span class="credit">${escapeHtml(credit)}</span>` : '';
    const id = this.drawn.has(file) ? '' : ` id="${this.around.prefix}f-${file}"`;
    this.drawn.add(file);
    const lang = escapeHtml(altLang);
    const how = this.around.ebook ? ` xml:lang="${lang}"` : ' loading="lazy"';
    const number = label ? `<b>${escapeHtml(label)}.</b>` : '';
    return `<figure${id}><img src="${escapeHtml(src)}"${wider} width="${width}" height="${height}" alt="${escapeHtml(alt)}" lang="${lang}"${how}/><figcaption>${number}${said}${by}</figcaption></figure>`;
  }

  private inlines(inlines: readonly Inline[]): string {
    return inlines.map((inline) => this.inline(inline)).join('');
  }

  private inline(inline: Inline): string {
    switch (inline.kind) {
      case 'text':
        return escapeHtml(inline.text);
      case 'code':
        return `<code>${escapeHtml(inline.text)}</code>`;
      case 'break':
        return '<br/>';
      case 'footnote':
        return this.noteMark(inline.number);
      case 'link':
        return this.link(inline);
      case 'reference':
        return this.reference(inline);
      default: {
        const tag = TAGS[inline.kind];
        return `<${tag}>${this.inlines(inline.children)}</${tag}>`;
      }
    }
  }

  private noteMark(number: number): string {
    const { prefix, words } = this.around;
    const id = this.referred.has(number) ? '' : ` id="${prefix}r-${number}"`;
    if (this.inLink) return `<sup>${number}</sup>`;
    this.referred.add(number);
    return `<sup><a href="#${prefix}n-${number}"${id}${this.marked('noteref')} aria-label="${escapeHtml(words.footnote(number))}">${number}</a></sup>`;
  }

  private link({ address, children }: Inline & { kind: 'link' }): string {
    const href = this.around.address(address);
    const words = href === null ? this.inlines(children) : this.withoutLinks(children);
    if (href === null) return words;
    const rel = /^https?:/i.test(href) ? ' rel="noopener"' : '';
    return `<a href="${escapeHtml(href)}"${rel}>${words || escapeHtml(address)}</a>`;
  }

  private reference({ to, of, children }: Inline & { kind: 'reference' }): string {
    const found = this.around.reference(to, of);
    const words = found ? this.withoutLinks(children) : this.inlines(children);
    if (!found) return words || `<span class="gone">${escapeHtml(this.around.words.gone)}</span>`;
    const label = words ? `${words} (${escapeHtml(found.label)})` : escapeHtml(found.label);
    return `<a href="${escapeHtml(found.href)}">${label}</a>`;
  }

  private withoutLinks(inlines: readonly Inline[]): string {
    const outer = this.inLink;
    this.inLink = true;
    const words = this.inlines(inlines);
    this.inLink = outer;
    return words;
  }

  private gone(): string {
    return `<p class="gone">${escapeHtml(this.around.words.gone)}</p>`;
  }
}
