/** Ingests, newest first. */
import { useState } from 'preact/hooks';
import { pathOf } from '../api/ask.ts';
import type { Ingest, Ingests } from '../api/types.ts';
import { useAnswer } from '../api/use-answer.ts';
import { span } from '../moment/format.ts';

interface IngestListProps {
  readonly title: string;
  readonly outcome: 'rejected' | null;
  readonly none: string;
  readonly about: string;
}

const FIRST = 10;
const MORE = 100;

export function IngestList({ title, outcome, none, about }: IngestListProps) {
  const [limit, setLimit] = useState(FIRST);
  const { data, problem } = useAnswer<Ingests>(pathOf('/v1/ingests', { outcome, limit }));
  const id = `ingests-${outcome ?? 'all'}`;
  return (
    <section class="panel ingests" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p class="muted">{about}</p>
      {problem !== null && <p class="refused">{problem.detail}</p>}
      {data !== null && data.ingests.length === 0 && <p>{none}</p>}
      <ul class="plain ingest-list">
        {data?.ingests.map((ingest) => (
          <IngestRow key={ingest.ingest_id} ingest={ingest} />
        ))}
      </ul>
      {data !== null && data.next_before !== null && limit < 1000 && (
        <button type="button" class="quiet" onClick={() => setLimit(Math.min(1000, limit + MORE))}>
          Show more
        </button>
      )}
    </section>
  );
}

const SIGNS: Readonly<Record<string, string>> = { loaded: '✓', unchanged: '=', rejected: '✕' };

function IngestRow({ ingest }: { readonly ingest: Ingest }) {
  const { outcome } = ingest;
  const name = ingest.source.split('/').at(-1) ?? ingest.source;
  return (
    <li class={`ingest ingest-${outcome}`}>
      <p>
        <span class="ingest-sign" aria-hidden="true">
          {SIGNS[outcome]}
        </span>{' '}
        <b>basis {ingest.ingest_id}</b> {outcome}: {name}
        {ingest.game_id !== null && ingest.league !== null && (
          <>
            {' '}
            ·{' '}
            <a href={`/games/${ingest.league}/${encodeURIComponent(ingest.game_id)}`}>
              game {ingest.game_id}
            </a>
          </>
        )}
      </p>
      <p class="muted small">
        {new Date(ingest.committed_at).toISOString()} · {ingest.format ?? 'unknown format'}
        {outcome === 'loaded' &&
          ` · ${ingest.plays.toLocaleString('en')} plays, ${ingest.rows_written.toLocaleString('en')} rows in ${span(ingest.duration_ms)}`}
        {ingest.discrepancies > 0 && ` · ${ingest.discrepancies} differences`}
      </p>
      {ingest.reason !== null && (
        <p class="ingest-reason">
          {ingest.place === null ? '' : `${ingest.place}: `}
          {ingest.reason}
        </p>
      )}
    </li>
  );
}
