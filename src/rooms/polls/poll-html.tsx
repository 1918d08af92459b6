import { renderToString } from 'preact-render-to-string';
import type { Reading } from '../../ui/language';
import { ReadingContext } from '../../ui/language';
import { PollPart } from './poll';
import type { PollView } from './poll.schema';

/**
 * A poll for the stencil of its post, which is drawn for all posts of its shape.
 * @param reading handed over: a part that draws another one by itself can use no hooks any more
 */
export function pollAsHtml(poll: PollView | undefined, reading: Reading): string {
  if (!poll) return '';
  return renderToString(
    <ReadingContext.Provider value={reading}>
      <PollPart poll={poll} />
    </ReadingContext.Provider>,
  );
}
