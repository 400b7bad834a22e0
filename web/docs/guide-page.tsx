/** A guide of the repository. */
import { useEffect, useState } from 'preact/hooks';
import { Loading, Refusal } from '../parts/states.tsx';
import { readGuide } from './guides.ts';
import { readBlocks } from './markdown.ts';
import { MarkdownView } from './markdown-view.tsx';

export function GuidePage({ name }: { readonly name: string }) {
  const [found, setFound] = useState<{ readonly name: string; readonly text: string | null } | null>(null);
  useEffect(() => {
    void readGuide(name).then((text) => setFound({ name, text }));
  }, [name]);
  useEffect(() => {
    const { hash } = window.location;
    if (found !== null && hash !== '')
      document.getElementById(decodeURIComponent(hash.slice(1)))?.scrollIntoView();
  }, [found]);
  if (found === null || found.name !== name) return <Loading what="the guide" />;
  if (found.text === null) return <Refusal title="No such guide" detail={`There is no guide "${name}".`} />;
  return (
    <article class="prose guide">
      <MarkdownView tokens={readBlocks(found.text)} />
    </article>
  );
}
