import type { RenderedText } from '../../core/database/rendered';
import { type DocumentBlock, type Inline, everyBlock, wordsOf } from '../../core/documents/document';
import type { Locale } from '../../core/i18n/locales';
import { rendered } from '../../core/database/rendered';
import { chapterText } from './chapter-text';
import type { Manuscript, ManuscriptFigure } from './manuscript';

/** What can be amiss with a text: how far its translation is. */
type TextFault = 'missing' | 'machine' | 'draft' | 'in_review' | 'outdated';
type OtherFault =
  | ('empty' | 'no_statement' | 'no_disclaimer' | 'no_consent' | 'no_alt' | 'alt_elsewhere')
  | ('no_licence' | 'gone' | 'case_unrated');

export type Fault = TextFault | OtherFault;

/** What nobody may decide to print nevertheless (visibility.md §1.5): nothing at all, and people who did not agree. */
const STOPS = new Set<Fault>(['empty', 'no_consent']);

/** One thing that whoever freezes has to look at. */
export interface GateItem {
  fault: Fault;
  stops: boolean;
  /** What it is about: the title of a chapter with its number, the description of a picture. */
  subject: string;
  lang: Locale;
  /** Where it can be mended; without the locale. */
  path: string;
}

/** Lists what is missing, outdated or not allowed, in the order of reading. */
export function gateOf(manuscript: Manuscript): GateItem[] {
  const { outline, handbook, locale, notice } = manuscript;
  const title = rendered(handbook, (each) => each.title, [locale])!;
  const own = { subject: title.text, lang: title.locale };
  const funding = `/partnerships/${handbook.partnership.slug}/edit/funding`;
  const items = [
    ...(outline.all.length === 0 ? [item('empty', own, `/handbooks/${handbook.slug}/edit`)] : []),
    ...(notice && !notice.statement ? [item('no_statement', own, funding)] : []),
    ...(notice?.statement && !notice.disclaimer ? [item('no_disclaimer', own, funding)] : []),
    ...textFault(title, own, desk('handbook', handbook.id, locale)),
    ...outline.all.flatMap((entry) => chapterFaults(manuscript, entry)),
    ...casesFaults(manuscript),
    ...[...manuscript.figures.values()].flatMap((figure) => figureFaults(figure, locale)),
  ];
  return items;
}

const item = (
  fault: Fault,
  { subject, lang }: Pick<GateItem, 'subject' | 'lang'>,
  path: string,
): GateItem => ({
  ...{ fault, subject, lang, path },
  stops: STOPS.has(fault),
});

const desk = (kind: string, id: string, locale: Locale) => `/translations/${kind}/${id}/${locale}`;

function textFault(
  text: Pick<RenderedText, 'state' | 'outdated' | 'locale'>,
  about: Pick<GateItem, 'subject' | 'lang'>,
  path: string,
): GateItem[] {
  const { state, outdated } = text;
  if (state === 'original') return path.endsWith(`/${text.locale}`) ? [] : [item('missing', about, path)];
  if (outdated) return [item('outdated', about, path)];
  return state === 'reviewed' ? [] : [item(state, about, path)];
}

function chapterFaults(manuscript: Manuscript, { chapter, number }: Manuscript['outline']['all'][number]) {
  const { locale, handbook } = manuscript;
  const { title, told, tree } = chapterText(chapter, locale, 'marked');
  const about = { subject: [number, title.text].filter(Boolean).join(' '), lang: title.locale };
  const path = `/handbooks/${handbook.slug}/${chapter.slug}/edit`;
  const gone = [...everyBlock(tree)].flatMap((block) => missingIn(block, manuscript));
  return [
    ...textFault(told, about, desk('chapter', chapter.id, locale)),
    ...gone.map((what) => item('gone', { subject: `${about.subject}: ${what}`, lang: about.lang }, path)),
  ];
}

/** Where what is included stands in a manuscript. */
const KNOWN = {
  ...({ definition: 'definitions', message: 'messages', practice: 'cases' } as const),
  ...({ conclusion: 'agreed', answer: 'agreed', recommendation: 'agreed' } as const),
};

/** What a block leads to that is not there. */
function missingIn(block: DocumentBlock, manuscript: Manuscript): string[] {
  if (block.kind === 'figure')
    return manuscript.figures.has(block.file) ? [] : [wordsOf(block.caption) || block.file];
  if (block.kind === 'inclusion') {
    const known = KNOWN[block.what];
    return manuscript[known].has(known === 'agreed' ? block.of.toLowerCase() : block.of) ? [] : [block.of];
  }
  if (block.kind === 'table')
    return [...block.head, ...block.rows.flat()].flatMap((cell) => lost(cell, manuscript));
  return 'children' in block ? lost(block.children, manuscript) : [];
}

function lost(inlines: readonly Inline[], manuscript: Manuscript): string[] {
  return inlines.flatMap((inline) => {
    const here = 'children' in inline ? lost(inline.children, manuscript) : [];
    return inline.kind === 'reference' && !leads(inline, manuscript) ? [...here, inline.of] : here;
  });
}

const leads = ({ to, of }: Inline & { kind: 'reference' }, { outline, figures }: Manuscript): boolean =>
  to === 'chapter' ? outline.at(of) !== undefined : figures.has(of);

function casesFaults({ cases, locale }: Manuscript): GateItem[] {
  return [...cases.values()].flatMap(({ told: each }) => {
    const about = { subject: each.title, lang: each.locale };
    const unrated = each.rating === null ? [item('case_unrated', about, `/practices/${each.slug}`)] : [];
    return [...unrated, ...textFault(each, about, desk('practice', each.id, locale))];
  });
}

function figureFaults({ id, alt, licence, consented }: ManuscriptFigure, locale: Locale): GateItem[] {
  const path = `/files/${id}/facts`;
  const about = { subject: alt?.text ?? id, lang: alt?.locale ?? locale };
  return [
    ...(consented ? [] : [item('no_consent', about, path)]),
    ...(alt ? [] : [item('no_alt', about, path)]),
    ...(alt && alt.locale !== locale ? [item('alt_elsewhere', about, desk('file', id, locale))] : []),
    ...(licence ? [] : [item('no_licence', about, path)]),
  ];
}
