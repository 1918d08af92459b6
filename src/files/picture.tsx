import type { FileView } from './file.schema';

type Shown = Pick<FileView, 'address' | 'width' | 'height' | 'widths' | 'alt'>;

interface PictureProps {
  file: Shown;
  /** How wide it stands on the page, for the browser's choice of a size: `(min-width: 50rem) 42rem, 100vw`. */
  sizes?: string;
}

/** An image of the hub in the size that the reader's window needs. What it shows is said in its own language. */
export function Picture({ file, sizes = '100vw' }: PictureProps) {
  const { address, width, height, widths, alt } = file;
  const smaller = widths.map((each) => `${address}?width=${each} ${each}w`);
  return (
    <img
      src={widths.length > 0 ? `${address}?width=${widths[0]}` : address}
      srcset={smaller.length > 0 ? [...smaller, `${address} ${width}w`].join(', ') : undefined}
      sizes={smaller.length > 0 ? sizes : undefined}
      width={width ?? undefined}
      height={height ?? undefined}
      alt={alt?.text ?? ''}
      lang={alt?.locale}
      loading="lazy"
      decoding="async"
    />
  );
}
