/** A colour that a partnership may have. */
interface Accent {
  /** As ui/styles/tokens.css has it (a test compares). */
  chroma: number;
  hue: number;
  /** As every reader of books knows colours; white is legible on it. */
  hex: string;
}

export const ACCENTS: Record<string, Accent> = {
  green: { chroma: 0.08, hue: 165, hex: '#135b42' },
  violet: { chroma: 0.12, hue: 310, hex: '#61367d' },
  red: { chroma: 0.13, hue: 20, hex: '#86262e' },
  amber: { chroma: 0.11, hue: 75, hex: '#6f4200' },
  blue: { chroma: 0.1, hue: 245, hex: '#0b517f' },
  teal: { chroma: 0.08, hue: 200, hex: '#005a5e' },
  rose: { chroma: 0.12, hue: 350, hex: '#7a2b56' },
  olive: { chroma: 0.09, hue: 115, hex: '#4c520a' },
};

const known = (name: string): Accent => ACCENTS[name] ?? ACCENTS['green']!;

export const accentOf = (name: string): string => known(name).hex;

/** The same for the typesetter, which makes lighter ones of it. */
export function colourOf(name: string): Pick<Accent, 'chroma' | 'hue'> {
  const { chroma, hue } = known(name);
  return { chroma, hue };
}
