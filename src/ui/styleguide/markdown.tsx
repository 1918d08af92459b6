import { useLanguage } from '../language';

/** Every part that Markdown may bring into a post, as the renderer writes it. */
export function MarkdownSample({ published = false }: { published?: boolean }) {
  const { t, locale } = useLanguage();
  const note = published ? 'chapter-note' : 'post-note';
  return (
    <div class={published ? 'prose' : 'said-text'} lang={locale}>
      <p>
        {t('ui:styleguide.post_talk')}
        <sup class="footnote-ref">
          <a href={`#${note}`} id={`${note}-back`}>
            [1]
          </a>
        </sup>
      </p>
      {published ? <h3>{t('ui:styleguide.type')}</h3> : <h4>{t('ui:styleguide.type')}</h4>}
      <ul>
        <li>{t('ui:styleguide.post_list_1')}</li>
        <li>{t('ui:styleguide.post_list_2')}</li>
      </ul>
      <ol>
        <li>{t('ui:styleguide.post_list_1')}</li>
        <li>{t('ui:styleguide.post_list_2')}</li>
      </ol>
      <blockquote>
        <p>{t('ui:styleguide.post_quote')}</p>
      </blockquote>
      <div
        class="scroll"
        role="region"
        aria-label={t(published ? 'ui:styleguide.as_document' : 'ui:styleguide.as_table')}
        tabIndex={0}
      >
        <table>
          <thead>
            <tr>
              <th>{t('ui:styleguide.state')}</th>
              <th>{t('ui:styleguide.means')}</th>
              <th>{t('ui:styleguide.written_in')}</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <td>{t('ui:state.original')}</td>
              <td>{t('ui:styleguide.means_original')}</td>
              <td>{locale}</td>
            </tr>
          </tbody>
        </table>
      </div>
      <pre tabIndex={0}>
        <code>{t('ui:styleguide.post_code')}</code>
      </pre>
      <section class="footnotes">
        <ol class="footnotes-list">
          <li id={note} class="footnote-item">
            <p>
              {t('ui:styleguide.post_note')}{' '}
              <a href={`#${note}-back`} class="footnote-backref" aria-label={t('ui:styleguide.quote')}>
                ↩︎
              </a>
            </p>
          </li>
        </ol>
      </section>
    </div>
  );
}
