/** The colours of partnerships (ui/styles/tokens.css) as every reader of books knows colours; white is legible on them. */
const ACCENTS: Record<string, string> = {
  green: '#135b42',
  violet: '#61367d',
  red: '#86262e',
  amber: '#6f4200',
  blue: '#0b517f',
  teal: '#005a5e',
  rose: '#7a2b56',
  olive: '#4c520a',
};

export const accentOf = (name: string): string => ACCENTS[name] ?? ACCENTS['green']!;
