/** What stands where there is no answer: still to come, refused, or nothing to show. */

export function Loading({ what }: { readonly what: string }) {
  return (
    <p class="loading" role="status">
      <span class="loading-bar" aria-hidden="true" />
      Reading {what} …
    </p>
  );
}

export function Refusal({ title, detail }: { readonly title: string; readonly detail: string }) {
  return (
    <section class="panel refusal" role="alert">
      <h1>{title}</h1>
      <p>{detail}</p>
      <p>
        <a href="/">Back to the beginning</a>
      </p>
    </section>
  );
}
