const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/**
 * A text as its paragraphs, headings, lists and tables: what stands between empty lines. Code stays whole. Each keeps
 * the empty lines after it, so that putting them together gives the text again.
 */
export function passagesOf(text: string): string[] {
  const passages: string[] = [];
  let passage: string[] = [];
  let fence: string | undefined;
  let ended = false;
  for (const line of text.split(/(?<=\n)/)) {
    const empty = line.trim() === '' && fence === undefined;
    if (ended && !empty) {
      passages.push(passage.join(''));
      passage = [];
      ended = false;
    }
    passage.push(line);
    ended = empty && passages.length + passage.length > 0;
    const mark = FENCE.exec(line)?.[1];
    if (fence === undefined) fence = mark;
    else if (mark && mark[0] === fence[0] && mark.length >= fence.length && line.trim() === mark)
      fence = undefined;
  }
  if (passage.length > 0 && passage.join('') !== '') passages.push(passage.join(''));
  return passages;
}

/** What two passages are compared by: spaces and empty lines at their end say nothing. */
export const bare = (passage: string): string => passage.trimEnd();

/** Passages from several places as one text, with an empty line between any two. */
export function joinPassages(passages: readonly string[]): string {
  const last = passages.length - 1;
  return passages
    .map((passage, place) =>
      place === last || /\n[ \t]*\n$/.test(passage) ? passage : `${bare(passage)}\n\n`,
    )
    .join('');
}
