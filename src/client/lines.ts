/** Lines of a body as they arrive, without their ends. Ends the request when the reader stops. */
export async function* linesOf(response: Response): AsyncGenerator<string, void, void> {
  if (response.body === null) return;
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  // Parts of a line that is not whole yet: joined once, for a line may be long and come in many.
  let parts: string[] = [];
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      const [first = '', ...others] = value.split('\n');
      parts.push(first);
      for (const next of others) {
        yield parts.join('').replace(/\r$/, '');
        parts = [next];
      }
    }
    const rest = parts.join('');
    if (rest !== '') yield rest;
  } finally {
    await reader.cancel().catch(() => {});
  }
}
