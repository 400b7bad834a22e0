/** The zone in which times are shown: the one of the address, or the league's. */
import { IANAZone } from 'luxon';
import { usePlace } from '../state/url.ts';

export function useZone(otherwise: string): string {
  const named = usePlace().query.get('tz');
  return named !== null && IANAZone.isValidZone(named) ? named : otherwise;
}
