/** Chroma and hue of the accents that a partnership may have, as ui/styles/tokens.css has them (a test compares). */
export const COLOURS: Record<string, { chroma: number; hue: number }> = {
  green: { chroma: 0.08, hue: 165 },
  violet: { chroma: 0.12, hue: 310 },
  red: { chroma: 0.13, hue: 20 },
  amber: { chroma: 0.11, hue: 75 },
  blue: { chroma: 0.1, hue: 245 },
  teal: { chroma: 0.08, hue: 200 },
  rose: { chroma: 0.12, hue: 350 },
  olive: { chroma: 0.09, hue: 115 },
};

export const colourOf = (accent: string) => COLOURS[accent] ?? COLOURS['green']!;
