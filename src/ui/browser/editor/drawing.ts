import type { Node } from 'prosemirror-model';
import type { NodeView, NodeViewConstructor } from 'prosemirror-view';
import type { Choices, Kind } from './choices';
import type { Words } from './tools';

function element(tag: string, attributes: Record<string, string>, text = ''): HTMLElement {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.textContent = text;
  return made;
}

/** A block that says above its words what it is. */
function labelled(tag: string, attributes: Record<string, string>, label: string, inner = 'div'): NodeView {
  const dom = element(tag, attributes);
  const contentDOM = element(inner, {});
  dom.append(element('p', { class: 'editor-label', contenteditable: 'false' }, label), contentDOM);
  return { dom, contentDOM, ignoreMutation: (change) => !contentDOM.contains(change.target) };
}

/** Things of which the text has only the name, by what they are called. */
function named(tag: string, kind: Kind, of: string, words: Words, choices: Choices): NodeView {
  const before = `${words[kind] ?? kind}: `;
  const dom = element(tag, { class: tag === 'div' ? 'inclusion' : 'reference' }, before + of);
  void choices.name(kind, of).then((name) => {
    if (name) dom.textContent = before + name;
  });
  return { dom, ignoreMutation: () => true };
}

export const nodeViews = (words: Words, choices: Choices): Record<string, NodeViewConstructor> => {
  const attribute = (node: Node, name: string): string => String(node.attrs[name]);
  return {
    callout: (node) => {
      const tone = attribute(node, 'tone');
      const view = labelled('div', { class: 'callout', 'data-tone': tone }, words[tone] ?? tone);
      return { ...view, update: (next) => next.type === node.type && next.attrs['tone'] === tone };
    },
    footnote: (node) => {
      const label = attribute(node, 'label');
      return labelled(
        'section',
        { class: 'footnote-words', 'data-note': label },
        `${words.footnote} ${label}`,
      );
    },
    raw: () => labelled('div', { class: 'editor-raw' }, words.raw, 'pre'),
    inclusion: (node) => named('div', attribute(node, 'what') as Kind, attribute(node, 'of'), words, choices),
    reference: (node) => named('span', attribute(node, 'to') as Kind, attribute(node, 'of'), words, choices),
  };
};
