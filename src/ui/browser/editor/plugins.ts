import { baseKeymap, chainCommands, exitCode, setBlockType } from 'prosemirror-commands';
import { gapCursor } from 'prosemirror-gapcursor';
import { history } from 'prosemirror-history';
import { inputRules, textblockTypeInputRule, wrappingInputRule } from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import type { Node } from 'prosemirror-model';
import { liftListItem, sinkListItem, splitListItem } from 'prosemirror-schema-list';
import { Plugin, type Command, type Transaction } from 'prosemirror-state';
import { goToNextCell, tableEditing } from 'prosemirror-tables';
import { setStyle, TOOLS } from './commands';
import { schema } from './schema';

const { nodes } = schema;

const breakLine: Command = (state, dispatch) => {
  const { $from } = state.selection;
  if (!$from.parent.type.contentMatch.matchType(nodes['break']!)) return true;
  dispatch?.(state.tr.replaceSelectionWith(nodes['break']!.create()).scrollIntoView());
  return true;
};

const item = nodes['list_item']!;

/** Not Control+Alt, which is AltGr and writes characters. */
const KEYS: Record<string, Command> = {
  'Mod-b': TOOLS['bold']!.run,
  'Mod-i': TOOLS['italic']!.run,
  'Mod-z': TOOLS['undo']!.run,
  'Mod-y': TOOLS['redo']!.run,
  'Shift-Mod-z': TOOLS['redo']!.run,
  'Shift-Mod-7': TOOLS['numbers']!.run,
  'Shift-Mod-8': TOOLS['bullets']!.run,
  'Shift-Mod-9': TOOLS['quote']!.run,
  'Shift-Mod-0': setStyle(0),
  'Shift-Mod-2': setStyle(2),
  'Shift-Mod-3': setStyle(3),
  'Shift-Mod-4': setStyle(4),
  'Shift-Enter': breakLine,
  'Mod-Enter': exitCode,
  Enter: splitListItem(item),
  Tab: chainCommands(goToNextCell(1), sinkListItem(item)),
  'Shift-Tab': chainCommands(goToNextCell(-1), liftListItem(item)),
};

/** What people who know Markdown type at the beginning of a line. */
const TYPED = [
  textblockTypeInputRule(/^(#{2,4})\s$/, nodes['heading']!, ([, marks]) => ({ level: marks!.length })),
  wrappingInputRule(/^\s*([-+*])\s$/, nodes['bullet_list']!),
  wrappingInputRule(/^(\d+)\.\s$/, nodes['ordered_list']!, ([, number]) => ({ start: Number(number) })),
  wrappingInputRule(/^\s*>\s$/, nodes['quote']!),
];

/** What a text must be for Markdown to say it. */
const sound = new Plugin({
  appendTransaction: (transactions, _before, state) => {
    if (!transactions.some(({ docChanged }) => docChanged)) return null;
    const transaction = state.tr;
    headFirst(state.doc, transaction);
    explainFootnotes(state.doc, transaction);
    return transaction.docChanged ? transaction : null;
  },
});

/** The first row of a table, and no other, is its heading. */
function headFirst(doc: Node, transaction: Transaction): void {
  doc.descendants((node, place) => {
    if (node.type !== nodes['table']) return;
    node.forEach((row, rowPlace, index) => {
      const type = nodes[index === 0 ? 'table_header' : 'table_cell'];
      row.forEach((cell, cellPlace) => {
        if (cell.type !== type)
          transaction.setNodeMarkup(place + rowPlace + cellPlace + 2, type, cell.attrs, cell.marks);
      });
    });
  });
}

/** A mark whose words were deleted has empty ones, so that it stays a mark. */
function explainFootnotes(doc: Node, transaction: Transaction): void {
  const explained = new Set<string>();
  const marked = new Set<string>();
  doc.descendants(({ type, attrs }) => {
    if (type === nodes['footnote']) explained.add(String(attrs['label']));
    if (type === nodes['footnote_mark']) marked.add(String(attrs['label']));
  });
  for (const label of marked)
    if (!explained.has(label))
      transaction.insert(
        transaction.doc.content.size,
        nodes['footnote']!.create({ label }, nodes['paragraph']!.create()),
      );
}

export const plugins = (keys: Record<string, Command>): Plugin[] => [
  inputRules({ rules: TYPED }),
  keymap(keys),
  keymap(KEYS),
  keymap({ ...baseKeymap, Backspace: chainCommands(plainStart, baseKeymap['Backspace']!) }),
  history(),
  gapCursor(),
  tableEditing(),
  sound,
];

/** At the start of a heading, the first step back makes it plain text. */
const plainStart: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || $from.parentOffset > 0 || $from.parent.type !== nodes['heading']) return false;
  return setBlockType(nodes['paragraph']!)(state, dispatch);
};
