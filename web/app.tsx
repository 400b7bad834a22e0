/** Which view an address shows. What the first view does not need is fetched when it is asked for. */
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { GamePage } from './game/game-page.tsx';
import { Home } from './home/home.tsx';
import { Loading, Refusal } from './parts/states.tsx';
import { KeyDialog } from './shell/key-dialog.tsx';
import { Masthead } from './shell/masthead.tsx';
import { usePlace } from './state/url.ts';

export function App() {
  const { path } = usePlace();
  const [section = '', ...rest] = path;
  return (
    <>
      <a class="skip" href="#main" data-plain>
        Skip to the content
      </a>
      <Masthead section={section} />
      <main id="main" tabIndex={-1}>
        <View section={section} rest={rest} />
      </main>
      <footer class="foot">
        <p>
          What was true, and what was known, at an exact instant of sport.{' '}
          <a href="/docs">How to read this</a>
        </p>
      </footer>
      <KeyDialog />
    </>
  );
}

interface ViewProps {
  readonly section: string;
  readonly rest: readonly string[];
}

function View({ section, rest }: ViewProps) {
  const [first, second] = rest;
  if (section === '') return <Home />;
  if (section === 'games' && first !== undefined && second !== undefined) {
    return <GamePage league={first} id={second} />;
  }
  if ((section === 'players' || section === 'teams') && first !== undefined && second !== undefined) {
    const kind = section === 'players' ? ('player' as const) : ('team' as const);
    return <Later load={entityPage} what="the figures" props={{ kind, league: first, id: second }} />;
  }
  if (section === 'data') return <Later load={dataPage} what="the ledger" props={{}} />;
  if (section === 'docs') return <Later load={docsPage} what="the documents" props={{ path: rest }} />;
  return <Refusal title="Nothing here" detail="This address shows nothing. It may be mistyped." />;
}

const entityPage = () => import('./player/entity-page.tsx').then((found) => found.EntityPage);
const dataPage = () => import('./data/data-page.tsx').then((found) => found.DataPage);
const docsPage = () => import('./docs/docs-page.tsx').then((found) => found.DocsPage);

interface LaterProps<Props> {
  readonly load: () => Promise<ComponentType<Props>>;
  readonly what: string;
  readonly props: Props;
}

function Later<Props>({ load, what, props }: LaterProps<Props>) {
  const [found, setFound] = useState<{ readonly load: unknown; readonly View: ComponentType<Props> } | null>(
    null,
  );
  useEffect(() => {
    let wanted = true;
    void load().then((View) => wanted && setFound({ load, View }));
    return () => {
      wanted = false;
    };
  }, [load]);
  if (found === null || found.load !== load) return <Loading what={what} />;
  const { View } = found;
  // biome-ignore lint/suspicious/noExplicitAny: Preact's JSX types do not follow a type parameter of props
  return <View {...(props as any)} />;
}
