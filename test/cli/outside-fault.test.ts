import { HeadBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { afterEach, expect, test, vi } from 'vitest';
import { outsideFault } from '../../src/cli/outside-fault.ts';
import { createPool } from '../../src/database/pool.ts';

const NOWHERE = '127.0.0.1:1';

afterEach(() => vi.unstubAllEnvs());

async function failureOf(asked: Promise<unknown>): Promise<unknown> {
  return asked.then(
    () => expect.unreachable('it succeeded'),
    (error: unknown) => error,
  );
}

test('a bucket that cannot be reached is not taken for the database', async () => {
  const s3 = new S3Client({
    endpoint: `http://${NOWHERE}`,
    region: 'us-east-1',
    maxAttempts: 1,
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  });
  const failure = await failureOf(s3.send(new HeadBucketCommand({ Bucket: 'none' })));
  expect(outsideFault(failure)).toBe('S3 cannot be read');
});

test('no credentials for a bucket are told so', async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', '');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', '');
  vi.stubEnv('AWS_PROFILE', '');
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', '/nonexistent');
  vi.stubEnv('AWS_CONFIG_FILE', '/nonexistent');
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
  const s3 = new S3Client({ endpoint: `http://${NOWHERE}`, region: 'us-east-1' });
  const failure = await failureOf(s3.send(new HeadBucketCommand({ Bucket: 'none' })));
  expect(outsideFault(failure)).toBe('there are no credentials for S3');
});

test('a database that cannot be reached is', async () => {
  const pool = createPool({ url: `postgres://nobody@${NOWHERE}/none`, name: 'playclock test', max: 1 });
  expect(outsideFault(await failureOf(pool.query('select 1')))).toBe('the database cannot be reached');
  await pool.end();
});

test('a fault of the program is none of these', () => {
  expect(outsideFault(new RangeError('no such place'))).toBeNull();
});
