/** The documents: how to read the page, examples that run, and the reference of the API. */
import { Examples } from './examples.tsx';
import { Guide } from './guide.tsx';
import { GUIDES } from './guide-list.ts';
import { GuidePage } from './guide-page.tsx';
import { Reference } from './reference.tsx';

const PAGES = [
  ['', 'How to read the page'],
  ['examples', 'Examples'],
  ['api', 'API reference'],
] as const;

export function DocsPage({ path }: { readonly path: readonly string[] }) {
  const [section = '', guide = ''] = path;
  return (
    <div class="docs">
      <nav aria-label="Documents" class="docs-nav">
        <ul class="plain">
          {PAGES.map(([name, title]) => (
            <li key={name}>
              <a
                href={name === '' ? '/docs' : `/docs/${name}`}
                aria-current={section === name ? 'page' : undefined}
              >
                {title}
              </a>
            </li>
          ))}
          {GUIDES.map(([name, title]) => (
            <li key={name}>
              <a href={`/docs/guides/${name}`} aria-current={guide === name ? 'page' : undefined}>
                {title}
              </a>
            </li>
          ))}
          <li>
            <a href="/openapi.json" data-plain>
              OpenAPI document
            </a>
          </li>
        </ul>
      </nav>
      <Section section={section} guide={guide} />
    </div>
  );
}

function Section({ section, guide }: { readonly section: string; readonly guide: string }) {
  if (section === 'api') return <Reference />;
  if (section === 'examples') return <Examples />;
  return section === 'guides' ? <GuidePage name={guide} /> : <Guide />;
}
