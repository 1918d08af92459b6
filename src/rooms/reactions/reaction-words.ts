import type { Language } from '../../core/i18n/language';
import { REACTIONS, type PostView, type ReactionKind, type ReactionView } from '../posts/post.schema';
import type { Words } from '../posts/post-shape';

/** Names that stand in a post; its page of reactions has more. */
const NAMES_IN_POST = 10;

export type ReactionWords = Pick<
  Words,
  'reactions' | 'reacted' | `${ReactionKind}${'Pressed' | 'Count' | 'Act'}`
>;

const MEANING: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => MEANING[sign]!);

const button = (kind: ReactionKind, count: number, pressed: boolean) => ({
  [`${kind}Count`]: String(count),
  [`${kind}Pressed`]: String(pressed),
  [`${kind}Act`]: pressed ? 'take_back' : 'give',
});

/** What the buttons and names of a post say, for the stencil. The script says the same (`ui/browser/room/reactions`). */
export function reactionWords(
  { reactions, mine }: Pick<PostView, 'reactions'> & { mine: readonly ReactionKind[] },
  language: Language,
): ReactionWords {
  const buttons = REACTIONS.map((kind) =>
    button(kind, reactions.find((each) => each.kind === kind)?.count ?? 0, mine.includes(kind)),
  );
  const named = reactions.map((each) => `<li>${escaped(whoReacted(each, NAMES_IN_POST, language))}</li>`);
  const reacted = reactions.map(({ kind, count }) => `${language.t(`rooms:reaction.${kind}`)} ${count}`);
  return Object.assign(
    { reactions: named.join(''), reacted: reacted.join(', ') },
    ...buttons,
  ) as ReactionWords;
}

/** Of a post that nobody has reacted to. */
export const noReactions: ReactionWords = Object.assign(
  { reactions: '', reacted: '' },
  ...REACTIONS.map((kind) => button(kind, 0, false)),
) as ReactionWords;

/** Agree: Ana Novak, Bojan Kos and 12 more. */
export function whoReacted({ kind, count, people }: ReactionView, names: number, { t }: Language): string {
  const named = people.slice(0, names);
  const words = { kind: t(`rooms:reaction.${kind}`), names: named.map(({ name }) => name).join(', ') };
  const more = count - named.length;
  return more > 0 ? t('rooms:reaction.by_more', { ...words, count: more }) : t('rooms:reaction.by', words);
}
