/** What to do when AWS refuses. */
import { RdsError } from './instance.ts';

const ADVICE: readonly (readonly [name: RegExp, advice: string])[] = [
  [
    /InvalidDBInstanceState/,
    'it is busy with something else, or not in the state this needs: look with "rds status", wait, and give the command again',
  ],
  [
    /InstanceQuotaExceeded|StorageQuotaExceeded|SnapshotQuotaExceeded/,
    'the account has reached a quota: remove what is not needed, or ask for more in Service Quotas',
  ],
  [
    /InsufficientDBInstanceCapacity/,
    'the zone has none of this class now: try again later, or another class',
  ],
  [
    /StorageTypeNotSupported|InvalidParameter/,
    'the values do not go together: storage cannot shrink, and grows by 10 % at least',
  ],
  [/DBSnapshotAlreadyExists|DBInstanceAlreadyExists/, 'that name is taken: choose another'],
  [/DBSnapshotNotFound/, 'there is no such snapshot: list them with "aws rds describe-db-snapshots"'],
  [
    /PointInTimeRestoreNotEnabled|InvalidRestoreFault/,
    'backups do not reach there: "rds status" shows how far they do',
  ],
  [
    /AccessDenied|UnauthorizedOperation|NotAuthorized/,
    'these credentials may not do this: the message names the action that the policy lacks',
  ],
  [
    /ExpiredToken|InvalidClientTokenId|CredentialsProviderError|UnrecognizedClient|SignatureDoesNotMatch/,
    'the credentials are missing, wrong or expired: sign in again ("aws sso login"), or set AWS_PROFILE',
  ],
  [
    /Throttling|RequestLimitExceeded|TooManyRequests/,
    'AWS is being asked too often by this account: wait a minute and give the command again',
  ],
  [
    /ENOTFOUND|ECONNREFUSED|TimeoutError/,
    'AWS cannot be reached from here: look at the network and AWS_REGION',
  ],
];

/** Run what asks AWS; a refusal becomes one line that says what was refused and what to do. */
export async function withAdvice<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof RdsError || !(cause instanceof Error)) throw cause;
    const code = 'code' in cause ? String(cause.code) : '';
    const found = ADVICE.find(([name]) => name.test(cause.name) || name.test(code));
    if (found === undefined) throw cause;
    throw new RdsError(`AWS refuses (${cause.name}: ${cause.message}): ${found[1]}`, { cause });
  }
}
