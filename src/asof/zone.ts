/** Time zones by name, each in one spelling. */
import { Lru } from './lru.ts';

/** Names are read in any case, so there are more spellings than zones: what is kept of a zone is kept by its one name. */
const names = new Lru<string>(2_000);

/** The zone as the calendar spells it: `America/Chicago` for `america/chicago`. Throws `UnknownZoneError`. */
export function zoneNamed(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = spelled(text);
  names.set(text, name);
  return name;
}

function spelled(text: string): string {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: text }).resolvedOptions().timeZone;
  } catch (cause) {
    throw new UnknownZoneError(text, { cause });
  }
}

/** Not a time zone. */
export class UnknownZoneError extends Error {
  override readonly name = 'UnknownZoneError';
  constructor(text: string, options: ErrorOptions) {
    super(`"${text.slice(0, 80)}" is not an IANA time zone like America/Chicago`, options);
  }
}
