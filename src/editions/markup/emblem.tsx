import { render } from 'preact-render-to-string';
import { Emblem } from '../../ui/parts/emblem';

/** The European flag as a drawing within markup that is XML, or as a file of its own. */
export const emblem = (label = ''): string =>
  render(<Emblem label={label} />).replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ');
