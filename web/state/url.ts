/** The page's state is its address: reading it, changing it, and telling who shows it. */
import { useEffect, useState } from 'preact/hooks';

export interface Place {
  /** Segments of the path, decoded. */
  readonly path: readonly string[];
  readonly query: URLSearchParams;
}

type Changes = Readonly<Record<string, string | null>>;

const listeners = new Set<() => void>();

function read(): Place {
  const { pathname, search } = window.location;
  return {
    path: pathname.split('/').filter(Boolean).map(decodeURIComponent),
    query: new URLSearchParams(search),
  };
}

let place = read();

function tell(): void {
  place = read();
  for (const listener of listeners) listener();
}

window.addEventListener('popstate', tell);

/** Go to an address of the page. */
export function go(href: string): void {
  window.history.pushState(null, '', href);
  tell();
  window.scrollTo({ top: 0 });
}

/** The present address with parameters set, or with null removed. */
function withQuery(changes: Changes): string {
  const query = new URLSearchParams(place.query);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) query.delete(name);
    else query.set(name, value);
  }
  return hrefOf(window.location.pathname, query);
}

/** Colons and commas may stand in a query: a shared instant stays legible. */
export function hrefOf(pathname: string, query: URLSearchParams): string {
  const text = String(query).replace(/%3A/g, ':').replace(/%2C/g, ',').replace(/%2F/g, '/');
  return text === '' ? pathname : `${pathname}?${text}`;
}

/** Set parameters: as a step to go back from, or in place of the present address. */
export function change(changes: Changes, how: 'push' | 'replace'): void {
  const href = withQuery(changes);
  if (href === `${window.location.pathname}${window.location.search}`) return;
  if (how === 'push') window.history.pushState(null, '', href);
  else window.history.replaceState(null, '', href);
  tell();
}

/** The present address, and again when it changes. */
export function usePlace(): Place {
  const [, render] = useState(place);
  useEffect(() => {
    const listener = () => render(place);
    listeners.add(listener);
    listener();
    return () => {
      listeners.delete(listener);
    };
  }, []);
  return place;
}

/** Links within the page change the address without loading it anew. */
export function followLinks(): void {
  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = (event.target as Element | null)?.closest('a');
    const href = link?.getAttribute('href');
    if (link == null || href == null || !href.startsWith('/') || link.hasAttribute('data-plain')) return;
    event.preventDefault();
    go(href);
  });
}
