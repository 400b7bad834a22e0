/** A search that takes misspellings: a combobox over players, teams and games. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { findLeague } from '../../src/sports/leagues.ts';
import { pathOf } from '../api/ask.ts';
import type { Found, Search } from '../api/types.ts';
import { useAnswer } from '../api/use-answer.ts';
import { hrefOf } from '../state/url.ts';

interface SearchBoxProps {
  readonly label: string;
  readonly placeholder: string;
  /** Text to begin with. */
  readonly initial?: string;
  /** Only these kinds are offered. */
  readonly kinds?: readonly Found['kind'][];
  onChoose(found: Found): void;
}

const PAUSE = 120;
const LIMIT = 8;

/** The page of what was found, with further parameters. */
export function hrefOfFound({ kind, league, id }: Found, query: Readonly<Record<string, string>>): string {
  return hrefOf(`/${kind}s/${league}/${encodeURIComponent(id)}`, new URLSearchParams(query));
}

export function SearchBox({ label, placeholder, initial = '', kinds, onChoose }: SearchBoxProps) {
  const [text, setText] = useState(initial);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const asked = text.trim();
  const path =
    asked === '' || !open ? null : pathOf('/v1/search', { q: asked.slice(0, 200), limit: LIMIT * 2 });
  const { data, loading, problem } = useAnswer<Search>(path, { delay: PAUSE });
  const results = (data?.results ?? [])
    .filter(({ kind }) => kinds === undefined || kinds.includes(kind))
    .slice(0, LIMIT);
  const current = data?.query === asked;

  useEffect(() => {
    const close = (event: Event) => {
      if (box.current?.contains(event.target as Node) === false) setOpen(false);
    };
    document.addEventListener('pointerdown', close);
    return () => document.removeEventListener('pointerdown', close);
  }, []);

  const choose = (found: Found | undefined) => {
    if (found === undefined) return;
    setText(kinds === undefined ? '' : found.name);
    setOpen(false);
    onChoose(found);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && results.length > 0) {
      setOpen(true);
      setActive((active + step + results.length) % results.length);
    } else if (event.key === 'Enter' && open && current && results.length > 0) choose(results[active]);
    else if (event.key === 'Escape') setOpen(false);
    else return;
    event.preventDefault();
  };
  const shown = open && asked !== '';
  return (
    <div class="search" ref={box}>
      <label class="visually-hidden" for={`${id}-input`}>
        {label}
      </label>
      <input
        id={`${id}-input`}
        type="text"
        list={undefined}
        inputMode="search"
        // biome-ignore lint/a11y/noRedundantRoles: without a list of its own an input is no combobox
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        placeholder={placeholder}
        value={text}
        aria-expanded={shown && results.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={shown && results.length > 0 ? `${id}-${active}` : undefined}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setActive(0);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onKeyDown={onKeyDown}
      />
      <div class="search-drop" hidden={!shown}>
        <div id={`${id}-list`} role="listbox" aria-label="Found" class="search-list">
          {results.map((found, position) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the input holds the focus and hears the keys
            // biome-ignore lint/a11y/useFocusableInteractive: as above
            <div
              key={`${found.league} ${found.kind} ${found.id}`}
              id={`${id}-${position}`}
              role="option"
              aria-selected={position === active}
              class="search-option"
              onClick={() => choose(found)}
            >
              <span class="search-name">{found.name}</span>
              <span class="search-kind">
                {findLeague(found.league)?.name ?? found.league} {found.kind}
              </span>
            </div>
          ))}
        </div>
        <p class="search-said" role="status">
          {problem !== null && problem.status !== 401 && problem.detail}
          {current && !loading && results.length === 0 && `Nothing like "${asked}" is loaded.`}
          {!current && loading && 'Searching …'}
          {current && results.length > 0 && (
            <span class="visually-hidden">{results.length} found, arrows to choose</span>
          )}
        </p>
      </div>
    </div>
  );
}
