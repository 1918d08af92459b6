import type { FundingNotice } from '../core/http/page';
import type { Language } from '../core/i18n/language';

/** What a letter of the hub says, in the language of the one who reads it. */
export interface LetterWords {
  subject: string;
  paragraphs: readonly string[];
  /** The one thing to do, as a button with an absolute address. */
  action?: { label: string; url: string };
  /** The statements of the grants that the letter is sent for (visibility.md §1.5). */
  funding?: readonly FundingNotice[];
}

interface LetterProps extends LetterWords {
  language: Language;
  /** Address of the hub. */
  origin: string;
}

/* Mail programs know neither style sheets nor custom properties, so the look stands here once more. */
const SANS = "'Source Sans 3', 'Segoe UI', 'Noto Sans', Arial, sans-serif";
const SERIF = "'Source Serif 4', Georgia, Cambria, serif";
const INK = '#1c201d';
const SOFT = '#525952';
const GREEN = '#0f5c41';
const LOOK = {
  body: `margin:0;padding:24px 12px;background:#faf9f6;color:${INK};font:17px/1.5 ${SANS}`,
  sheet: 'max-width:560px;margin:0 auto',
  hub: `margin:0 0 24px;font:600 20px/1.2 ${SERIF};color:${GREEN}`,
  title: `margin:0 0 20px;font:400 28px/1.2 ${SERIF};color:${INK}`,
  words: 'margin:0 0 16px',
  button: `display:inline-block;padding:11px 18px;border-radius:4px;background:${GREEN};color:#ffffff;font-weight:600;text-decoration:none`,
  small: `margin:0 0 8px;font-size:14px;line-height:1.45;color:${SOFT}`,
  address: `color:${GREEN};word-break:break-all`,
  foot: 'margin-top:32px;padding-top:16px;border-top:1px solid #dedbd2',
} as const;

/** The whole HTML document of a mail. */
export function Letter({ language, origin, subject, paragraphs, action, funding = [] }: LetterProps) {
  const { t, locale } = language;
  return (
    <html lang={locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{subject}</title>
      </head>
      <body style={LOOK.body}>
        <div style={LOOK.sheet}>
          <p style={LOOK.hub}>{t('ui:hub')}</p>
          <h1 style={LOOK.title}>{subject}</h1>
          {[t('mail:greeting'), ...paragraphs].map((words) => (
            <p style={LOOK.words}>{words}</p>
          ))}
          {action && <Action {...action} language={language} />}
          <div style={LOOK.foot}>
            {funding.map((notice) => (
              <FundingLines notice={notice} language={language} />
            ))}
            <p style={LOOK.small}>
              {t('mail:automatic')}{' '}
              <a href={origin} style={LOOK.address}>
                {origin}
              </a>
            </p>
          </div>
        </div>
      </body>
    </html>
  );
}

function Action({ label, url, language }: { label: string; url: string; language: Language }) {
  return (
    <>
      <p style={LOOK.words}>
        <a href={url} style={LOOK.button}>
          {label}
        </a>
      </p>
      <p style={LOOK.small}>
        {language.t('mail:address')}
        <br />
        <a href={url} style={LOOK.address}>
          {url}
        </a>
      </p>
    </>
  );
}

function FundingLines({ notice, language }: { notice: FundingNotice; language: Language }) {
  const lines = fundingLines(notice, language);
  return (
    <div lang={notice.statement ? notice.lang : undefined}>
      {lines.map((words) => (
        <p style={LOOK.small}>{words}</p>
      ))}
    </div>
  );
}

function fundingLines({ statement, disclaimer, name }: FundingNotice, { t }: Language): string[] {
  if (statement) return [statement, ...(disclaimer ? [disclaimer] : [])];
  return [t('ui:funding.by', { name }), t('ui:funding.unknown')];
}

/** The same letter for those who read mail as text. */
export function letterText({ language, origin, paragraphs, action, funding = [] }: LetterProps): string {
  const { t } = language;
  return [
    t('mail:greeting'),
    ...paragraphs,
    ...(action ? [`${action.label}:\n${action.url}`] : []),
    '--',
    ...funding.map((notice) => fundingLines(notice, language).join('\n')),
    `${t('mail:automatic')}\n${origin}`,
  ].join('\n\n');
}
