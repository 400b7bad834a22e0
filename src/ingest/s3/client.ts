/** The S3 client, of AWS or of a local server. */
import { S3Client } from '@aws-sdk/client-s3';

export interface S3Options {
  /** Address of a local S3; undefined is AWS. The SDK itself reads `AWS_ENDPOINT_URL_S3`. */
  readonly endpoint?: string | undefined;
  readonly region?: string | undefined;
}

/**
 * A client that retries what passes (throttling, lost connections) five times. Checksums are left to where S3
 * demands them: local servers know no trailing ones, and every file's SHA-256 is in the ledger.
 */
export function createS3({ endpoint, region }: S3Options = {}): S3Client {
  const local = endpoint ?? process.env.AWS_ENDPOINT_URL_S3;
  return new S3Client({
    ...(endpoint === undefined ? null : { endpoint }),
    region: region ?? process.env.AWS_REGION ?? process.env.AWS_DEFAULT_REGION ?? 'us-east-1',
    forcePathStyle: local !== undefined && local !== '',
    maxAttempts: 5,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
}
