import { endingIn, endingOf } from './file-types';

const LONGEST = 120;
/** What cannot stand in a name, or makes it look like another: `gpj.exe` written backwards. */
const FORBIDDEN = /[\u0000-\u001f\u007f-\u009f"*:<>?|\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** The name under which a file is handed out: what its owner called it, with the ending of what it is. */
export function tidyName(given: string, type: string): string {
  const last = given.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = last.replace(FORBIDDEN, '').replace(/\s+/g, ' ').trim();
  const ending = endingOf(type);
  const base = endingIn(clean) ? clean.slice(0, clean.lastIndexOf('.')) : clean;
  const kept = [...base.replace(/^\.+|[.\s]+$/g, '')].slice(0, LONGEST).join('');
  return `${kept || 'file'}.${ending}`;
}
