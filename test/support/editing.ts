import type { Node } from 'prosemirror-model';
import { schema } from '../../src/ui/browser/editor/schema';

type Dice = (sides: number) => number;

const NASTY = [
  ...[
    'word',
    'word',
    'beseda ž',
    'två ord',
    ' ',
    '  ',
    '1. januar',
    '12) a',
    '# x',
    '-',
    '- a',
    '+ b',
    '> q',
    '>',
    '|',
    'a | b',
  ],
  ...[
    '*',
    '**',
    '_',
    'a_b_c',
    '__',
    '~',
    '~~',
    '`',
    '``',
    '[',
    ']',
    '](',
    '[a](b)',
    '[^1]',
    '[^1]:',
    '[x]: /y',
    '!',
    '![',
  ],
  ...[
    '<',
    '<b>',
    '<https://a.b>',
    '&',
    '&amp;',
    '&#35;',
    '\\',
    '\\\\',
    ':::',
    '::: key',
    '---',
    '===',
    '***',
    '~~~',
    '```',
  ],
  ...[
    'https://example.org/a_b_c',
    'mailto:a@b.si',
    'http://',
    'a@b.si',
    '.',
    ',',
    '(',
    ')',
    '"',
    '{{x}}',
    '$',
    '\u00a0',
    '👩‍👩‍👧',
    'å',
  ],
];

/** Texts as no parser would make them: what people type and paste, and what other programs put there. */
export class RandomText {
  constructor(private readonly dice: Dice) {}

  private some<Item>(items: readonly Item[]): Item {
    return items[this.dice(items.length)]!;
  }

  words(): string {
    return Array.from({ length: 1 + this.dice(4) }, () => this.some(NASTY)).join(this.some(['', ' ']));
  }

  private marks(names: readonly string[]): ReturnType<typeof schema.mark>[] {
    const chosen = names.filter(() => this.dice(4) === 0);
    return chosen.map((name) =>
      schema.mark(name, name === 'link' ? { address: this.some(['https://a.b/c', '/rooms/x', '#h-1']) } : {}),
    );
  }

  inline(breaks: boolean, names = ['link', 'strong', 'emphasis', 'struck', 'code']): Node[] {
    return Array.from({ length: 1 + this.dice(4) }, () => {
      const marks = this.marks(names);
      const free = marks.filter(({ type }) => type.name !== 'code');
      const kind = this.dice(12);
      if (names.length > 3 && kind === 0)
        return schema.node('footnote_mark', { label: '1' }, undefined, free);
      if (names.length > 3 && kind === 1)
        return schema.node('reference', { to: 'chapter', of: 'uvod' }, undefined, free);
      if (breaks && kind === 2) return schema.node('break', null, undefined, free);
      return schema.text(this.words(), marks);
    });
  }

  paragraph(): Node {
    return schema.node('paragraph', null, this.inline(true));
  }

  block(depth = 0): Node {
    const inner = () => Array.from({ length: 1 + this.dice(3) }, () => this.block(depth + 1));
    const item = () =>
      schema.node('list_item', null, [this.paragraph(), ...(this.dice(4) === 0 ? [this.block(2)] : [])]);
    const items = () => Array.from({ length: 1 + this.dice(3) }, item);
    const kind = this.dice(depth > 1 ? 7 : 13);
    switch (kind) {
      case 0:
        return schema.node('heading', { level: 2 + this.dice(3) }, this.inline(false));
      case 1:
        return schema.node(
          'code_block',
          { language: this.some(['', 'js']) },
          schema.text(`${this.words()}\n${this.words()}`),
        );
      case 2:
        return schema.node('rule');
      case 3:
        return schema.node(
          'figure',
          { file: '0b6f6f44-6a94-4f0b-9d7e-3f1f2f9b2f10' },
          this.inline(false, ['strong', 'emphasis', 'struck']),
        );
      case 4:
        return schema.node('inclusion', { what: 'definition', of: 'zadruga' });
      case 7:
        return schema.node('bullet_list', { tight: this.dice(2) === 0 }, items());
      case 8:
        return schema.node('ordered_list', { tight: this.dice(2) === 0, start: 1 + this.dice(3) }, items());
      case 9:
        return schema.node('quote', null, inner());
      case 10:
        return schema.node('callout', { tone: this.some(['key', 'example', 'caution']) }, inner());
      case 11:
        return this.table();
      case 12:
        return depth === 0 ? schema.node('footnote', { label: '1' }, inner()) : this.paragraph();
      default:
        return this.paragraph();
    }
  }

  private table(): Node {
    const columns = Array.from({ length: 1 + this.dice(3) }, () =>
      this.some([null, 'left', 'center', 'right']),
    );
    const row = (type: string) =>
      schema.node(
        'table_row',
        null,
        columns.map((align) => schema.node(type, { align }, this.inline(false))),
      );
    return schema.node('table', null, [
      row('table_header'),
      ...Array.from({ length: this.dice(3) }, () => row('table_cell')),
    ]);
  }

  document(): Node {
    const notes = schema.node('footnote', { label: '1' }, [
      schema.node('paragraph', null, schema.text('note')),
    ]);
    return schema.node('doc', null, [...Array.from({ length: 1 + this.dice(6) }, () => this.block()), notes]);
  }
}
