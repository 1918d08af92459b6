import type { Key, Values } from '../core/i18n/keys';
import { useLanguage } from '../ui/language';
import { Link } from '../ui/parts/link';
import { TitleBlock } from '../ui/parts/title-block';

export interface PlainSection {
  title: Key;
  paragraphs: (Key | { words: Key; values: Values })[];
  link?: { path: string; words: Key };
}

interface PlainPageProps {
  title: Key;
  lead: Key;
  sections: PlainSection[];
}

/** A page of the hub's own words: what it is, how accessible it is, what it keeps. */
export function PlainPage({ title, lead, sections }: PlainPageProps) {
  const { t } = useLanguage();
  return (
    <div class="page">
      <TitleBlock title={t(title)} lead={t(lead)} />
      <div class="stack stack-wide narrow">
        {sections.map((section) => (
          <section class="stack stack-tight">
            <h2>{t(section.title)}</h2>
            {section.paragraphs.map((paragraph) => (
              <p>{typeof paragraph === 'string' ? t(paragraph) : t(paragraph.words, paragraph.values)}</p>
            ))}
            {section.link && (
              <p>
                <Link path={section.link.path}>{t(section.link.words)}</Link>
              </p>
            )}
          </section>
        ))}
      </div>
    </div>
  );
}
