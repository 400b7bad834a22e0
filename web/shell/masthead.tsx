/** The head of every view: name, search, ways. */
import { hrefOfFound, SearchBox } from '../search/search-box.tsx';
import { go } from '../state/url.ts';

const WAYS = [
  ['data', 'Data'],
  ['docs', 'Docs'],
] as const;

export function Masthead({ section }: { readonly section: string }) {
  return (
    <header class="masthead">
      <a href="/" class="brand" aria-label="Playclock, to the beginning">
        <svg viewBox="0 0 32 32" width="26" height="26" aria-hidden="true">
          <title>Playclock</title>
          <path class="brand-step" d="M3 22h8v-7h7v-5h11" />
          <path class="brand-hand" d="M18 3v26" />
          <circle class="brand-knob" cx="18" cy="10" r="3.6" />
        </svg>
        <span>Playclock</span>
      </a>
      <search class="masthead-search">
        <SearchBox
          label="Search players, teams and games"
          placeholder="Search a player, team or game"
          onChoose={(found) => go(hrefOfFound(found, {}))}
        />
      </search>
      <nav aria-label="Sections">
        <ul class="plain ways">
          {WAYS.map(([path, name]) => (
            <li key={path}>
              <a href={`/${path}`} aria-current={section === path ? 'page' : undefined}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}
