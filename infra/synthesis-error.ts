/** The template cannot be made as it was asked for; the message says what to do. */
export class SynthesisError extends Error {
  override readonly name = 'SynthesisError';
}
