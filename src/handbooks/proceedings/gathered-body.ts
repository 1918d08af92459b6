import type { Language } from '../../core/i18n/language';
import type { Locale } from '../../core/i18n/locales';
import type { VoteResult } from '../../evidence/result-kind';

/** A post as it is taken into proceedings. */
export interface GatheredPost {
  id: string;
  number: number;
  body: string;
  locale: Locale;
  publishedAt: Date;
  name: string;
  organisation: string | null;
}

/**
 * What was said, one quotation after the other, each below who said it, with the way back to it.
 * @param votes what came of the polls in them, by the id of the post
 */
export const gatheredBody = (
  posts: readonly GatheredPost[],
  threadId: string,
  language: Language,
  votes: ReadonlyMap<string, VoteResult>,
): string =>
  posts
    .map((post) => {
      const { number, body, publishedAt } = post;
      const address = `/threads/${threadId}?around=${number}#post-${number}`;
      const said = `**${plain(speaker(post, language))}**, [${language.date(publishedAt)}](${address})`;
      const vote = votes.get(post.id);
      return [said, quoted(ownNotes(body, number)), vote && outcome(vote, language)]
        .filter(Boolean)
        .join('\n\n');
    })
    .join('\n\n');

/** Each once, in the order in which they came to speak. */
export function contributorsOf(posts: readonly GatheredPost[], language: Language): string {
  return language.list([...new Set(posts.map(({ name }) => name))]);
}

/** With her organisation, and the language where it is not the volume's own. */
function speaker({ name, organisation, locale }: GatheredPost, language: Language): string {
  const where = locale === language.locale ? null : language.inLanguage(locale);
  return [name, organisation, where].filter(Boolean).join(', ');
}

export const quoted = (body: string): string =>
  body
    .split('\n')
    .map((line) => (line.trim() ? `> ${line}` : '>'))
    .join('\n');

/** Notes of two posts may have the same name. */
const ownNotes = (body: string, number: number): string =>
  body.replace(/\[\^([^\]\s]{1,50})\]/g, `[^${number}-$1]`);

/** A name is a name, whatever Markdown would make of it. */
export const plain = (words: string): string => words.replace(/[\\`*_[\]<>#|~]/g, '\\$&');

/** What came of a poll; nothing as long as people vote, or where it is not shown. */
function outcome({ question, answers }: VoteResult, language: Language): string | undefined {
  if (!answers) return undefined;
  const asked = language.t('handbooks:gathering.poll', { question: plain(question.text) });
  const lines = answers.map(({ label, votes }) => `- ${plain(label.text)}: ${language.number(votes)}`);
  return `**${asked}**\n\n${lines.join('\n')}`;
}
