/** What the browser keeps for the page: the API key, and nothing about anybody. */
const KEY = 'playclock.key';

/** The key the reader gave, or null. */
export function storedKey(): string | null {
  try {
    return window.localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** Keep a key, or forget it. */
export function storeKey(key: string | null): void {
  try {
    if (key === null) window.localStorage.removeItem(KEY);
    else window.localStorage.setItem(KEY, key);
  } catch {
    // A browser that keeps nothing asks again.
  }
}
