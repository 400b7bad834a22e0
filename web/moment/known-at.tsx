/** The second clock: as known now, or after an earlier ingest. */
import { useId } from 'preact/hooks';
import { pathOf } from '../api/ask.ts';
import type { Ingest, Ingests } from '../api/types.ts';
import { useAnswer } from '../api/use-answer.ts';
import { change, usePlace } from '../state/url.ts';
import { day, inWords, time } from './format.ts';
import { abbreviation } from './zones.ts';

interface KnownAtProps {
  readonly league: string;
  readonly gameId: string | null;
  readonly zone: string;
}

export function KnownAt({ league, gameId, zone }: KnownAtProps) {
  const id = useId();
  const basis = usePlace().query.get('basis');
  const path = pathOf('/v1/ingests', { outcome: 'loaded', game_id: gameId, limit: 50 });
  const { data } = useAnswer<Ingests>(path);
  const ingests = (data?.ingests ?? []).filter(
    (ingest) => ingest.league === null || ingest.league === league,
  );
  const listed = basis !== null && !ingests.some((ingest) => String(ingest.ingest_id) === basis);
  const shown = ingests.find((ingest) => String(ingest.ingest_id) === basis);
  return (
    <div class="field">
      <label for={id}>As known at</label>
      <select
        id={id}
        value={basis ?? ''}
        class={basis === null ? '' : 'past'}
        onChange={(event) => change({ basis: event.currentTarget.value || null }, 'push')}
      >
        <option value="">now, everything known</option>
        {listed && <option value={basis}>basis {basis}</option>}
        {ingests.map((ingest) => (
          <option key={ingest.ingest_id} value={String(ingest.ingest_id)}>
            {describe(ingest, zone)}
          </option>
        ))}
      </select>
      {basis !== null && (
        <p class="past-note" role="status">
          Shown as known at basis {basis}
          {shown === undefined ? '' : `, ${inWords(Date.parse(shown.committed_at), zone)}`}. Whatever was
          loaded later is left out.
        </p>
      )}
    </div>
  );
}

function describe(ingest: Ingest, zone: string): string {
  const at = Date.parse(ingest.committed_at);
  return `basis ${ingest.ingest_id}: ${day(at, zone)} ${time(at, zone, 'never')} ${abbreviation(at, zone)}`;
}
