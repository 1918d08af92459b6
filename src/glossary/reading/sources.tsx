import type { SourceView } from '../terms/term.schema';

export function Sources({ sources }: { sources: SourceView[] }) {
  return (
    <ul class="sources">
      {sources.map(({ title, address }) => (
        <li>
          {address ? (
            <a href={address} rel="external noopener">
              {title}
            </a>
          ) : (
            title
          )}
        </li>
      ))}
    </ul>
  );
}
