import { renderToString } from 'preact-render-to-string';
import { ReadingContext, useReading } from '../../ui/language';
import { PollPart } from './poll';
import type { PollView } from './poll.schema';

/** A poll for the stencil of its post, which is drawn for all posts of its shape. */
export function usePollAsHtml(poll: PollView | undefined): string {
  const reading = useReading();
  if (!poll) return '';
  return renderToString(
    <ReadingContext.Provider value={reading}>
      <PollPart poll={poll} />
    </ReadingContext.Provider>,
  );
}
