/** What is wrong where it is neither the question nor this program: a service that it needs. */
import { databaseFault } from '../database/fault.ts';

/** In one line for whoever runs it, without the error's own words; null for any other error. */
export function outsideFault(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if (error.name === 'CredentialsProviderError') return 'there are no credentials for S3';
  // The SDK marks so whatever came of a request, a connection that never was among it.
  if ('$metadata' in error) return 'S3 cannot be read';
  return databaseFault(error);
}
