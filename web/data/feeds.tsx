/** What each feed tells, and how well. */
import { useAnswer } from '../api/use-answer.ts';

interface FeedCoverage {
  readonly feed: string;
  readonly leagues: readonly string[];
  readonly identity: string;
  readonly order: string;
  readonly clock: { readonly precision: readonly string[]; readonly note: string };
  readonly floor: string;
  readonly box: string;
  readonly counters: Readonly<Record<string, string>>;
  readonly gaps: readonly { readonly where: string; readonly counters: readonly string[] }[];
  readonly notes: readonly string[];
}

export function Feeds() {
  const { data } = useAnswer<{ readonly coverage: readonly FeedCoverage[] }>('/v1/coverage');
  return (
    <section class="panel feeds" aria-labelledby="feeds-title">
      <h2 id="feeds-title">What each feed tells</h2>
      {data?.coverage.map((feed) => (
        <Feed key={feed.feed} feed={feed} />
      ))}
    </section>
  );
}

function Feed({ feed }: { readonly feed: FeedCoverage }) {
  const groups = Map.groupBy(Object.entries(feed.counters), ([, how]) => how);
  return (
    <details class="feed">
      <summary>
        <b>{feed.feed}</b>{' '}
        <span class="muted">
          {feed.leagues.join(', ')} · instants to the {feed.clock.precision.join(' or ')}
        </span>
      </summary>
      <p>{feed.clock.note}</p>
      {[...groups].map(([how, counters]) => (
        <p key={how}>
          <b>{how}:</b> {counters.map(([name]) => name).join(', ')}
        </p>
      ))}
      {feed.gaps.map(({ where, counters }) => (
        <p key={where}>
          <b>Missing {where}:</b> {counters.join(', ')}
        </p>
      ))}
      <ul>
        {feed.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </details>
  );
}
