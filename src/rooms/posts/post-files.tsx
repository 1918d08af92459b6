import { renderToString } from 'preact-render-to-string';
import type { Language } from '../../core/i18n/language';
import { weightOf } from '../../files/sizes';
import type { PostFileView } from './post.schema';

/** The files of a post as HTML, for the stencil; the script draws the same (`ui/browser/room/drawn-files`). */
export const filesAsHtml = (files: readonly PostFileView[], language: Language): string =>
  files.length === 0 ? '' : renderToString(<Files files={files} language={language} />);

function Files({ files, language }: { files: readonly PostFileView[]; language: Language }) {
  return (
    <>
      {files.map((file) => (
        <li>{file.width === null ? <Document file={file} language={language} /> : <Image file={file} />}</li>
      ))}
    </>
  );
}

function Image({ file: { id, name, width, height, alt, locale } }: { file: PostFileView }) {
  return (
    <a href={`/files/${id}`}>
      <img
        src={`/files/${id}?width=640`}
        width={width ?? undefined}
        height={height ?? undefined}
        alt={alt ?? name}
        lang={alt === null ? undefined : locale}
        loading="lazy"
      />
    </a>
  );
}

function Document({ file: { id, name, size }, language }: { file: PostFileView; language: Language }) {
  const kind = name.slice(name.lastIndexOf('.') + 1).toUpperCase();
  return (
    <>
      <a href={`/files/${id}`} download="">
        {name}
      </a>{' '}
      <span class="small soft">{`${kind}, ${weightOf(size, language)}`}</span>
    </>
  );
}
