import type { OrganisationName } from '../directory/organisations.service';
import { Link } from '../ui/parts/link';

/** In one line, each in its own language. */
export function OrganisationNames({ organisations }: { organisations: OrganisationName[] }) {
  return (
    <>
      {organisations.map(({ slug, name, lang }, place) => (
        <>
          {place > 0 && ', '}
          <Link path={`/organisations/${slug}`} lang={lang} class="quiet-link">
            {name}
          </Link>
        </>
      ))}
    </>
  );
}
