/** The data: what is loaded, what came in last, what was refused and why, what does not reconcile. */
import { TakeAway } from '../parts/take-away.tsx';
import { Differences } from './differences.tsx';
import { Feeds } from './feeds.tsx';
import { IngestList } from './ingest-list.tsx';
import { LoadedSeasons } from './loaded-seasons.tsx';

export function DataPage() {
  return (
    <article class="view" aria-labelledby="data-title">
      <header class="view-head">
        <h1 id="data-title">The data</h1>
      </header>
      <LoadedSeasons />
      <IngestList
        title="Refused"
        outcome="rejected"
        none="No file was refused."
        about="Files that could not be read, each with the place and the reason. Everything else in the same load went in."
      />
      <IngestList
        title="Last ingests"
        outcome={null}
        none="Nothing was loaded yet."
        about="Each is one transaction and one basis: what was known after it can be asked for ever."
      />
      <Differences />
      <Feeds />
      <TakeAway path="/v1/loaded" query={{}} name="loaded" csv={null} />
    </article>
  );
}
