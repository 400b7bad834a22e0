/** Copying the address that holds everything on the screen. */
import { useState } from 'preact/hooks';

export function Share({ href }: { readonly href: string }) {
  const [said, setSaid] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(`${window.location.origin}${href}`);
      setSaid('Copied');
    } catch {
      setSaid(`Copy it from here: ${window.location.origin}${href}`);
    }
    setTimeout(() => setSaid(''), 2500);
  };
  return (
    <div class="field share">
      <button type="button" onClick={copy}>
        Copy link to this moment
      </button>
      <span class="said" role="status">
        {said}
      </span>
    </div>
  );
}
