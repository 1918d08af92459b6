import { wordDifference } from '../../core/texts/word-difference';

/** Words that came and words that went, marked by shape and told to assistive technology by their elements. */
export function Difference({ from, to }: { from: string; to: string }) {
  return (
    <>
      {wordDifference(from, to).map(({ kind, text }) => {
        if (kind === 'added') return <ins>{text}</ins>;
        if (kind === 'removed') return <del>{text}</del>;
        return text;
      })}
    </>
  );
}
