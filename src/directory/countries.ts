/** Where organisations come from: Europe (ISO 3166-1 alpha-2), and EU for bodies of the Union itself. */
export const COUNTRIES = [
  ...['AD', 'AL', 'AM', 'AT', 'AZ', 'BA', 'BE', 'BG', 'CH', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'EU', 'FI'],
  ...['FO', 'FR', 'GB', 'GE', 'GG', 'GI', 'GL', 'GR', 'HR', 'HU', 'IE', 'IM', 'IS', 'IT', 'JE', 'LI', 'LT'],
  ...['LU', 'LV', 'MC', 'MD', 'ME', 'MK', 'MT', 'NL', 'NO', 'PL', 'PT', 'RO', 'RS', 'SE', 'SI', 'SK', 'SM'],
  ...['TR', 'UA', 'VA', 'XK'],
];
