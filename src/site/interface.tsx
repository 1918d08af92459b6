import type { OpenAPIObject } from '@nestjs/swagger';
import { useLanguage } from '../ui/language';
import { TitleBlock } from '../ui/parts/title-block';

interface Operation {
  tags?: string[];
  summary?: string;
}

/** The part of an OpenAPI document that is shown to people. */
export type Description = Pick<OpenAPIObject, 'paths'>;

interface Line extends Operation {
  verb: string;
  path: string;
}

/** Groups in order of their names; the pages for people are left out. */
function groups({ paths }: Description): [string, Line[]][] {
  const byTag = new Map<string, Line[]>();
  for (const [path, verbs] of Object.entries(paths)) {
    for (const [verb, operation] of Object.entries(verbs as Record<string, Operation>)) {
      const tag = operation.tags?.[0] ?? '';
      if (tag === 'pages' || !tag) continue;
      byTag.set(tag, [...(byTag.get(tag) ?? []), { ...operation, verb, path }]);
    }
  }
  return [...byTag].sort(([a], [b]) => a.localeCompare(b));
}

export function InterfaceDescription({ description }: { description: Description }) {
  const { t } = useLanguage();
  return (
    <div class="page">
      <TitleBlock title={t('site:interface.title')} lead={t('site:interface.lead')}>
        <p>
          <a href="/api/openapi.json">{t('site:interface.document')}</a>
        </p>
      </TitleBlock>
      {groups(description).map(([tag, lines]) => (
        <section class="section">
          <h2 id={`tag-${tag}`} lang="en">
            {tag}
          </h2>
          <div class="scroll" role="region" tabIndex={0} aria-labelledby={`tag-${tag}`}>
            <table class="data">
              <thead>
                <tr>
                  <th scope="col">{t('site:interface.verb')}</th>
                  <th scope="col">{t('site:interface.address')}</th>
                  <th scope="col">{t('site:interface.meaning')}</th>
                </tr>
              </thead>
              <tbody>
                {lines.map(({ verb, path, summary }) => (
                  <tr>
                    <td>{verb.toUpperCase()}</td>
                    <th scope="row">
                      <code>{path}</code>
                    </th>
                    <td lang="en">{summary}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      ))}
    </div>
  );
}
