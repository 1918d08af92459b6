import type { RenderedText } from '../../core/database/rendered';
import { Standing } from '../../ui/parts/standing';

/** A few words in a list: what a machine has made, or what is behind its original, says so even here. */
export function RowWords({ of }: { of: RenderedText }) {
  return (
    <>
      <span lang={of.locale}>{of.text}</span>
      {(of.state === 'machine' || of.outdated) && (
        <>
          {' '}
          <Standing of={of} />
        </>
      )}
    </>
  );
}
