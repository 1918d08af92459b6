import { lift, setBlockType, toggleMark, wrapIn } from 'prosemirror-commands';
import { redo, undo } from 'prosemirror-history';
import type { MarkType, Node, NodeType } from 'prosemirror-model';
import { liftListItem, wrapInList } from 'prosemirror-schema-list';
import { TextSelection, type Command, type EditorState, type Transaction } from 'prosemirror-state';
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteRow,
  deleteTable,
  isInTable,
} from 'prosemirror-tables';
import { schema } from './schema';

const { nodes, marks } = schema;

interface Tool {
  run: Command;
  /** Whether what is selected has it already. */
  active?: (state: EditorState) => boolean;
}

/** What the buttons do, by their names. */
export const TOOLS: Record<string, Tool> = {
  bold: mark(marks['strong']!),
  italic: mark(marks['emphasis']!),
  bullets: list(nodes['bullet_list']!),
  numbers: list(nodes['ordered_list']!),
  quote: wrapper(nodes['quote']!),
  key: callout('key'),
  example: callout('example'),
  caution: callout('caution'),
  table: { run: insertTable },
  footnote: { run: insertFootnote },
  undo: { run: undo },
  redo: { run: redo },
  row_above: { run: addRowBefore },
  row_below: { run: addRowAfter },
  column_before: { run: addColumnBefore },
  column_after: { run: addColumnAfter },
  delete_row: { run: deleteRow },
  delete_column: { run: deleteColumn },
  heading_row: { run: headingRow },
  delete_table: { run: deleteTable },
};

function mark(type: MarkType): Tool {
  return { run: toggleMark(type), active: (state) => hasMark(state, type) };
}

export function hasMark(
  { selection: { from, to, empty, $from }, storedMarks, doc }: EditorState,
  type: MarkType,
) {
  if (empty) return type.isInSet(storedMarks ?? $from.marks()) !== undefined;
  return doc.rangeHasMark(from, to, type);
}

/** The nearest of what stands around the selection. */
export function around({ selection: { $from } }: EditorState, type: NodeType): Node | undefined {
  for (let depth = $from.depth; depth > 0; depth -= 1)
    if ($from.node(depth).type === type) return $from.node(depth);
  return undefined;
}

function list(type: NodeType): Tool {
  const active = (state: EditorState) => around(state, type) !== undefined;
  const out = liftListItem(nodes['list_item']!);
  const into = wrapInList(type);
  return { active, run: (state, dispatch, view) => (active(state) ? out : into)(state, dispatch, view) };
}

function wrapper(type: NodeType): Tool {
  const active = (state: EditorState) => around(state, type) !== undefined;
  const into = wrapIn(type);
  return { active, run: (state, dispatch, view) => (active(state) ? lift : into)(state, dispatch, view) };
}

/** Within a callout of another tone, that one changes. */
function callout(tone: string): Tool {
  const type = nodes['callout']!;
  const active = (state: EditorState) => around(state, type)?.attrs['tone'] === tone;
  const into = wrapIn(type, { tone });
  return {
    active,
    run: (state, dispatch, view) => {
      const { $from } = state.selection;
      if (active(state)) return lift(state, dispatch, view);
      for (let depth = $from.depth; depth > 0; depth -= 1)
        if ($from.node(depth).type === type) {
          dispatch?.(state.tr.setNodeMarkup($from.before(depth), null, { tone }));
          return true;
        }
      return into(state, dispatch, view);
    },
  };
}

export const setStyle = (level: number): Command =>
  level === 0 ? setBlockType(nodes['paragraph']!) : setBlockType(nodes['heading']!, { level });

export const styleOf = ({ selection: { $from } }: EditorState): string =>
  $from.parent.type === nodes['heading']
    ? String(Math.min(4, Math.max(2, $from.parent.attrs['level'] as number)))
    : '0';

/** Below the paragraph that is being written, or in its place when it is empty. */
export function placed(state: EditorState, block: Node): Transaction {
  const { $from } = state.selection;
  const depth = outermost(state);
  const empty = $from.parent.type === nodes['paragraph'] && $from.parent.content.size === 0;
  if (empty && $from.node(-1).canReplaceWith($from.index(-1), $from.indexAfter(-1), block.type))
    return state.tr.replaceWith($from.before(), $from.after(), block);
  const place = depth === 0 ? state.doc.content.size : $from.after(depth);
  return state.tr.insert(place, block);
}

/** Nothing is put into a cell, a caption or a heading: but below what it stands in. */
function outermost({ selection: { $from } }: EditorState): number {
  for (let depth = 1; depth <= $from.depth; depth += 1) {
    const { name } = $from.node(depth).type;
    if (name === 'table' || name === 'figure' || $from.node(depth).isTextblock) return depth;
  }
  return 0;
}

function insertTable(state: EditorState, dispatch?: (tr: Transaction) => void): boolean {
  if (isInTable(state)) return false;
  if (!dispatch) return true;
  const row = (type: string) =>
    nodes['table_row'].create(
      null,
      [1, 2].map(() => nodes[type]!.create()),
    );
  const table = nodes['table'].create(null, [row('table_header'), row('table_cell'), row('table_cell')]);
  const transaction = placed(state, table);
  const start = startOf(transaction, table);
  dispatch(transaction.setSelection(TextSelection.near(transaction.doc.resolve(start + 3))).scrollIntoView());
  return true;
}

function startOf({ doc }: Transaction, wanted: Node): number {
  let found = 0;
  doc.descendants((node, place) => {
    if (node === wanted) found = place;
  });
  return found;
}

/** The mark where one writes, and its words at the end of the text. */
function insertFootnote(state: EditorState, dispatch?: (tr: Transaction) => void): boolean {
  if (!state.selection.$from.parent.inlineContent || around(state, nodes['footnote']!)) return false;
  if (state.selection.$from.parent.type.spec.code || around(state, nodes['figure']!)) return false;
  const label = freeLabel(state.doc);
  const transaction = state.tr.replaceSelectionWith(nodes['footnote_mark']!.create({ label }));
  const words = nodes['footnote']!.create({ label }, nodes['paragraph']!.create());
  const end = transaction.doc.content.size;
  transaction.insert(end, words).setSelection(TextSelection.near(transaction.doc.resolve(end + 2)));
  dispatch?.(transaction.scrollIntoView());
  return true;
}

export function labelsIn(doc: Node): Set<string> {
  const labels = new Set<string>();
  doc.descendants(({ attrs }) => {
    if (typeof attrs['label'] === 'string') labels.add(attrs['label']);
  });
  return labels;
}

export function freeLabel(doc: Node, taken: ReadonlySet<string> = new Set()): string {
  const labels = labelsIn(doc);
  let number = 1;
  while (labels.has(String(number)) || taken.has(String(number))) number += 1;
  return String(number);
}

/** The first row of a table is its heading: one without words stands there when it has none. */
function headingRow(state: EditorState, dispatch?: (tr: Transaction) => void): boolean {
  const table = around(state, nodes['table']);
  if (!table) return false;
  const place = startOf(state.tr, table);
  const first = table.firstChild!;
  if (first.textContent === '' && table.childCount > 1)
    dispatch?.(state.tr.delete(place + 1, place + 1 + first.nodeSize));
  else {
    const cells = first.children.map(({ attrs }) => nodes['table_header'].create(attrs));
    dispatch?.(state.tr.insert(place + 1, nodes['table_row'].create(null, cells)));
  }
  return true;
}
