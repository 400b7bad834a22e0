/** Asks for an API key where the server wants one, and keeps it in this browser. */
import { useEffect, useRef } from 'preact/hooks';
import { whenKeyNeeded } from '../api/ask.ts';
import { storedKey, storeKey } from '../state/stored.ts';

export function KeyDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    whenKeyNeeded(() => {
      if (dialog.current?.open === false) dialog.current.showModal();
    });
  }, []);
  const keep = (event: SubmitEvent) => {
    event.preventDefault();
    const key = new FormData(event.currentTarget as HTMLFormElement).get('key');
    if (typeof key !== 'string' || key.trim() === '') return;
    storeKey(key.trim());
    // Every view asks again with it.
    window.location.reload();
  };
  return (
    <dialog ref={dialog} class="key-dialog" aria-labelledby="key-title">
      <form onSubmit={keep}>
        <h2 id="key-title">A key is needed</h2>
        <p>
          {storedKey() === null
            ? 'This server answers only to those who have an API key. Whoever runs it gives them out.'
            : 'The key kept in this browser was not accepted.'}
        </p>
        <label for="key-input">API key</label>
        <input id="key-input" name="key" type="password" autocomplete="off" required />
        <p class="muted small">It stays in this browser and is sent to this server only.</p>
        <div class="actions">
          <button type="submit" class="primary">
            Use it
          </button>
          <button type="button" onClick={() => dialog.current?.close()}>
            Not now
          </button>
        </div>
      </form>
    </dialog>
  );
}
