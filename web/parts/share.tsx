/** Copying the address: it holds everything on the screen. */
import { useState } from 'preact/hooks';

export function Share() {
  const [said, setSaid] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(window.location.href);
      setSaid('Copied');
    } catch {
      setSaid('Copy the address bar');
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
