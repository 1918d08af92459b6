import { useLanguage } from '../ui/language';
import type { FileView } from './file.schema';
import { endingOf } from './intake/file-types';
import { weightOf } from './sizes';

/** A document to be kept: its name, and what is behind it before anybody clicks. */
export function DocumentLink({ file }: { file: Pick<FileView, 'address' | 'name' | 'type' | 'size'> }) {
  const language = useLanguage();
  const { address, name, type, size } = file;
  return (
    <span class="document">
      <a href={address} download>
        {name}
      </a>{' '}
      <span class="small soft">
        {endingOf(type).toUpperCase()}, {weightOf(size, language)}
      </span>
    </span>
  );
}
