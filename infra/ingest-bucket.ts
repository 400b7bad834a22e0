/** The bucket game files are dropped in, and from which the database can be rebuilt. */
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';

/** Where a dropped file is picked up for loading. */
export const incomingPrefix = 'incoming/';

/**
 * Every version of every file, for ever: `rebuild` replays them in sequence to get the same answers at the same
 * bases, so nothing here expires. Files only get cheaper with age, in classes that still answer in milliseconds:
 * an archive class would put hours of restore before a rebuild.
 */
export class IngestBucket extends Construct {
  readonly bucket: s3.Bucket;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.bucket = new s3.Bucket(this, 'Bucket', {
      versioned: true,
      encryption: s3.BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
      removalPolicy: RemovalPolicy.RETAIN,
      // Below 128 KB the colder classes bill as if it were 128 KB, so small files are cheaper left where they are.
      transitionDefaultMinimumObjectSize: s3.TransitionDefaultMinimumObjectSize.ALL_STORAGE_CLASSES_128_K,
      lifecycleRules: [
        {
          id: 'incoming-hot-to-cold',
          prefix: incomingPrefix,
          // A correction usually comes within days; after a season's quarter only a rebuild reads the file.
          transitions: [
            { storageClass: s3.StorageClass.INFREQUENT_ACCESS, transitionAfter: Duration.days(30) },
            { storageClass: s3.StorageClass.GLACIER_INSTANT_RETRIEVAL, transitionAfter: Duration.days(90) },
          ],
          // A file that was replaced is read by a rebuild only. No expiration: it is history, not rubbish.
          noncurrentVersionTransitions: [
            { storageClass: s3.StorageClass.GLACIER_INSTANT_RETRIEVAL, transitionAfter: Duration.days(30) },
          ],
        },
        {
          // Parts of an upload that never completed are billed and invisible in listings.
          id: 'abort-incomplete-uploads',
          abortIncompleteMultipartUploadAfter: Duration.days(7),
        },
      ],
    });
  }
}
