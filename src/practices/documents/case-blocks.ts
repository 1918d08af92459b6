import type { Align, DocumentBlock, Inline } from '../../core/documents/document';
import type { RenderedText } from '../../core/database/rendered';
import type { Language } from '../../core/i18n/language';
import { CASE_PARTS, type CasePart } from '../case/case-outline';
import type { PracticeView } from '../case/case.schema';
import { periodWords } from '../case/result-period';
import { plainNumber } from '../exports/practice-tables';
import { PARTS } from '../practice-facts';
import { words } from '../practice-words';

/** A case as blocks, part by part, with its labels in the language of the book. */
export function caseBlocks(view: PracticeView, language: Language): DocumentBlock[] {
  const pictures = view.pictures.map(({ id }): DocumentBlock => ({ kind: 'figure', file: id, caption: [] }));
  const parts = CASE_PARTS.flatMap((part) => partBlocks(part, view, language));
  return [...pictures, ...parts, ...quotation(view), ...usedElsewhere(view, language)];
}

const text = (said: string): Inline => ({ kind: 'text', text: said });
const strong = (said: string): Inline => ({ kind: 'strong', children: [text(said)] });
const paragraph = (...children: Inline[]): DocumentBlock => ({ kind: 'paragraph', children });

const heading = (level: 2 | 3, anchor: string, title: string): DocumentBlock => ({
  ...{ kind: 'heading', level, anchor, children: [text(title)] },
});

function partBlocks(part: CasePart, view: PracticeView, language: Language): DocumentBlock[] {
  const { t } = language;
  const said = part.strings.flatMap((name): DocumentBlock[] => {
    const words = view.texts[name];
    if (!words) return [];
    const above = part.labelled ? [heading(3, `case-${name}`, t(`practices:field.${name}`))] : [];
    return [...above, ...paragraphs(words)];
  });
  const list = listBlocks(part, view, language);
  if (said.length + list.length === 0) return [];
  const inOrder = part.list === 'results' ? [...list, ...said] : [...said, ...list];
  return [heading(2, `case-${part.id}`, t(part.title)), ...inOrder];
}

/** Paragraphs, in which lines may end. */
const paragraphs = ({ text: all }: RenderedText): DocumentBlock[] =>
  all
    .split(/\n{2,}/)
    .filter((each) => each.trim())
    .map((each) => paragraph(...each.split('\n').flatMap(line)));

const line = (said: string, place: number): Inline[] =>
  place === 0 ? [text(said)] : [{ kind: 'break' }, text(said)];

function listBlocks({ list }: CasePart, view: PracticeView, language: Language): DocumentBlock[] {
  switch (list) {
    case 'actors':
      return items(actorItems(view, language));
    case 'money':
      return items(moneyItems(view, language));
    case 'results':
      return view.results.length > 0 ? [resultTable(view, language)] : [];
    case 'links':
      return items(view.links.map(({ address, label }) => [link(address, label.text)]));
    case undefined:
      return [];
  }
}

const link = (address: string, said: string): Inline => ({ kind: 'link', address, children: [text(said)] });

const items = (lines: Inline[][]): DocumentBlock[] =>
  lines.length === 0
    ? []
    : [{ kind: 'list', ordered: false, start: 1, items: lines.map((each) => [paragraph(...each)]) }];

const actorItems = ({ actors }: PracticeView, { t }: Language): Inline[][] =>
  PARTS.flatMap((part) =>
    actors
      .filter((actor) => actor.part === part)
      .map(({ name, role }) => [strong(name), text(` (${t(words.part(part))}): ${role.text}`)]),
  );

function moneyItems({ money }: PracticeView, language: Language): Inline[][] {
  const { t } = language;
  const { currency, year, setup, running, setupFte, runningFte, sources } = money;
  const cost = (amount: string | null, posts: string | null) =>
    [
      amount && currency && language.money(amount.replace(/\.00$/, ''), currency),
      posts && t('practices:case.posts', { number: language.number(Number(posts)) }),
    ]
      .filter(Boolean)
      .join(', ');
  const lines: [string, string][] = [
    [t('practices:case.setup'), cost(setup, setupFte)],
    [t('practices:case.running'), cost(running, runningFte)],
    [t('practices:case.prices'), year ? String(year) : ''],
    [t('practices:case.sources'), language.list(sources.map((source) => t(words.money(source))))],
  ];
  return lines.filter(([, value]) => value).map(([label, value]) => [text(`${label}: ${value}`)]);
}

/** Numbers before words: who is counted stands with the number. */
function resultTable({ results }: PracticeView, language: Language): DocumentBlock {
  const { t } = language;
  const persons = results.some((result) => result.persons);
  const people = ['women', 'men', 'not_stated'] as const;
  const head = [
    t('practices:case.indicator'),
    t('practices:case.value'),
    ...(persons ? people.map((each) => t(`practices:case.${each}`)) : []),
    t('practices:case.period'),
    t('practices:case.method'),
  ];
  const rows = results.map((result) => [
    result.indicator.text,
    `${language.number(Number(plainNumber(result.value)))} ${result.unit.text}`,
    ...(persons
      ? [result.women, result.men, result.notStated].map((count) =>
          result.persons && count !== null ? language.number(count) : '–',
        )
      : []),
    periodWords(language, result),
    result.method.text,
  ]);
  const align: Align[] = head.map((_, place) => (place > 0 && place < head.length - 2 ? 'right' : 'left'));
  const cells = (row: string[]) => row.map((cell) => [text(cell)]);
  return { kind: 'table', align, head: cells(head), rows: rows.map(cells) };
}

function quotation({ texts: { quote, speaker }, quotedPerson }: PracticeView): DocumentBlock[] {
  if (!quote) return [];
  const by = [quotedPerson, speaker?.text].filter(Boolean).join(', ');
  return [{ kind: 'quote', blocks: [...paragraphs(quote), ...(by ? [paragraph(text(by))] : [])] }];
}

function usedElsewhere({ usedElsewhere: used }: PracticeView, language: Language): DocumentBlock[] {
  const confirmed = used.filter(({ awaits }) => !awaits);
  if (confirmed.length === 0) return [];
  const lines = confirmed.map(({ name, place, country, year, result }) => [
    strong(name),
    text(`, ${place}, ${language.country(country)}, ${year}: ${result.text}`),
  ]);
  return [heading(2, 'case-used', language.t('practices:used.title')), ...items(lines)];
}
