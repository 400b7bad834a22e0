/** What the tests use of s3rver, which comes without types. */
declare module 's3rver' {
  import type { EventEmitter } from 'node:events';
  import type { IncomingMessage, ServerResponse } from 'node:http';

  export interface S3rverOptions {
    readonly directory: string;
    readonly silent: boolean;
    readonly allowMismatchedSignatures: boolean;
    readonly vhostBuckets: boolean;
    readonly configureBuckets: readonly { readonly name: string }[];
  }

  export default class S3rver extends EventEmitter {
    constructor(options: S3rverOptions);
    readonly store: {
      copyObject(fromBucket: string, fromKey: string, toBucket: string, toKey: string): Promise<unknown>;
      deleteObject(bucket: string, key: string): Promise<unknown>;
    };
    configureBuckets(): Promise<unknown>;
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  }
}
