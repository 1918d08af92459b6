import { Schema, type MarkSpec, type NodeSpec } from 'prosemirror-model';
import { tableNodes } from 'prosemirror-tables';

/** What a published text is made of, as the editor holds it: the document dialect, and nothing beside. */
const blocks: Record<string, NodeSpec> = {
  doc: { content: 'block+' },
  paragraph: {
    content: '(inline | break)*',
    group: 'block',
    parseDOM: [{ tag: 'p' }],
    toDOM: () => ['p', 0],
  },
  heading: {
    attrs: { level: { default: 2 } },
    content: 'inline*',
    group: 'block',
    defining: true,
    parseDOM: [1, 2, 3, 4, 5, 6].map((level) => ({
      tag: `h${level}`,
      attrs: { level: Math.min(4, Math.max(2, level)) },
    })),
    toDOM: ({ attrs }) => [`h${Math.min(6, Math.max(2, attrs['level'] as number))}`, 0],
  },
  bullet_list: {
    attrs: { tight: { default: true }, marker: { default: '-' } },
    content: 'list_item+',
    group: 'block',
    parseDOM: [{ tag: 'ul' }],
    toDOM: () => ['ul', 0],
  },
  ordered_list: {
    attrs: { tight: { default: true }, marker: { default: '.' }, start: { default: 1 } },
    content: 'list_item+',
    group: 'block',
    parseDOM: [{ tag: 'ol', getAttrs: (node) => ({ start: startOf(node) }) }],
    toDOM: ({ attrs }) => ['ol', attrs['start'] === 1 ? {} : { start: attrs['start'] as number }, 0],
  },
  list_item: { content: 'block+', defining: true, parseDOM: [{ tag: 'li' }], toDOM: () => ['li', 0] },
  quote: {
    content: 'block+',
    group: 'block',
    defining: true,
    parseDOM: [{ tag: 'blockquote' }],
    toDOM: () => ['blockquote', 0],
  },
  code_block: {
    attrs: { language: { default: '' } },
    content: 'text*',
    marks: '',
    group: 'block',
    code: true,
    defining: true,
    parseDOM: [{ tag: 'pre', preserveWhitespace: 'full' }],
    toDOM: () => ['pre', ['code', 0]],
  },
  rule: { group: 'block', parseDOM: [{ tag: 'hr' }], toDOM: () => ['hr'] },
  figure: {
    attrs: { file: {} },
    content: 'text*',
    marks: 'strong emphasis struck',
    group: 'block',
    isolating: true,
    parseDOM: [
      {
        tag: 'figure[data-file]',
        contentElement: 'figcaption',
        getAttrs: (node) => ({ file: node.dataset['file'] }),
      },
    ],
    toDOM: ({ attrs: { file } }) => [
      'figure',
      { 'data-file': file as string },
      ['img', { src: `/files/${String(file)}?width=800`, alt: '', loading: 'lazy' }],
      ['figcaption', 0],
    ],
  },
  callout: {
    attrs: { tone: { default: 'key' } },
    content: 'block+',
    group: 'block',
    defining: true,
    parseDOM: [{ tag: 'div[data-tone]', getAttrs: (node) => ({ tone: node.dataset['tone'] }) }],
    toDOM: ({ attrs: { tone } }) => ['div', { class: 'callout', 'data-tone': tone as string }, 0],
  },
  inclusion: {
    attrs: { what: {}, of: {} },
    group: 'block',
    atom: true,
    selectable: true,
    parseDOM: [
      { tag: 'div[data-what]', getAttrs: ({ dataset }) => ({ what: dataset['what'], of: dataset['of'] }) },
    ],
    toDOM: ({ attrs: { what, of } }) => [
      'div',
      { class: 'inclusion', 'data-what': what as string, 'data-of': of as string },
    ],
  },
  footnote: {
    attrs: { label: {} },
    content: 'block+',
    group: 'block',
    defining: true,
    isolating: true,
    parseDOM: [{ tag: 'section[data-note]', getAttrs: ({ dataset }) => ({ label: dataset['note'] }) }],
    toDOM: ({ attrs: { label } }) => [
      'section',
      { class: 'footnote-words', 'data-note': label as string },
      0,
    ],
  },
  /** Markdown that the editor has no shape for: kept letter by letter. */
  raw: {
    content: 'text*',
    marks: '',
    group: 'block',
    code: true,
    defining: true,
    parseDOM: [{ tag: 'pre[data-raw]', preserveWhitespace: 'full', priority: 60 }],
    toDOM: () => ['pre', { 'data-raw': '' }, 0],
  },
};

const inlines: Record<string, NodeSpec> = {
  text: { group: 'inline' },
  break: {
    inline: true,
    selectable: false,
    parseDOM: [{ tag: 'br' }],
    toDOM: () => ['br'],
  },
  reference: {
    attrs: { to: {}, of: {} },
    inline: true,
    group: 'inline',
    atom: true,
    parseDOM: [
      { tag: 'span[data-to]', getAttrs: ({ dataset }) => ({ to: dataset['to'], of: dataset['of'] }) },
    ],
    toDOM: ({ attrs: { to, of } }) => [
      'span',
      { class: 'reference', 'data-to': to as string, 'data-of': of as string },
    ],
  },
  footnote_mark: {
    attrs: { label: {} },
    inline: true,
    group: 'inline',
    atom: true,
    parseDOM: [{ tag: 'sup[data-note]', getAttrs: ({ dataset }) => ({ label: dataset['note'] }) }],
    toDOM: ({ attrs: { label } }) => [
      'sup',
      { class: 'footnote-mark', 'data-note': label as string },
      String(label),
    ],
  },
};

/** From the outermost to the innermost. */
const marks: Record<string, MarkSpec> = {
  link: {
    attrs: { address: {}, title: { default: '' } },
    inclusive: false,
    parseDOM: [{ tag: 'a[href]', getAttrs: (node) => ({ address: node.getAttribute('href') }) }],
    toDOM: ({ attrs: { address } }) => ['a', { href: address as string, rel: 'noopener' }, 0],
  },
  strong: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: () => ['strong', 0] },
  emphasis: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
  struck: { parseDOM: [{ tag: 's' }, { tag: 'del' }], toDOM: () => ['s', 0] },
  code: { parseDOM: [{ tag: 'code' }], toDOM: () => ['code', 0] },
};

const tables = tableNodes({
  tableGroup: 'block',
  cellContent: 'inline*',
  cellAttributes: {
    align: {
      default: null,
      getFromDOM: (cell) => cell.dataset['align'] ?? null,
      setDOMAttr: (value, attributes) => {
        if (value) Object.assign(attributes, { 'data-align': value, class: `align-${value as string}` });
      },
    },
  },
});

/** The first kind of block is what an empty place is filled with. */
export const schema = new Schema({ nodes: { ...blocks, ...tables, ...inlines }, marks });

const startOf = (list: HTMLElement): number => Math.max(0, Number(list.getAttribute('start') ?? 1)) || 1;
