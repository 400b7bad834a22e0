/**
 * A bucket that keeps versions: s3rver speaks the protocol and stores the bytes; the versions it does not know
 * are kept here, each as a copy in a bucket beside it.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import S3rver from 's3rver';

export const BUCKET = 'games';
const ARCHIVE = 'games-versions';

/** Credentials of s3rver. */
export const CREDENTIALS = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };

interface Version {
  readonly key: string;
  readonly id: string;
  readonly etag: string;
  readonly modified: Date;
  readonly isTagged: boolean;
}

export interface TestBucket {
  readonly endpoint: string;
  readonly s3: S3Client;
  /** Notifications not taken yet, in the order of the puts: bodies of messages, as S3 writes them. */
  readonly notifications: string[];
  /** Called with every notification. */
  onNotification: (body: string) => void;
  /** Answer the next requests with this status, as S3 does when it is throttled. */
  failNext(times: number, status?: number): void;
  close(): Promise<void>;
}

/** Start a server with one bucket. */
export async function startBucket(): Promise<TestBucket> {
  const directory = mkdtempSync(join(tmpdir(), 'playclock-s3-'));
  const rver = new S3rver({
    directory,
    silent: true,
    // Requests are rewritten on their way to s3rver, so their signatures cannot hold.
    allowMismatchedSignatures: true,
    vhostBuckets: false,
    configureBuckets: [{ name: BUCKET }, { name: ARCHIVE }],
  });
  await rver.configureBuckets();
  const handle = rver.callback();
  const versions: Version[] = [];
  let failures = 0;
  let failure = 503;
  let puts = 0;
  /** The version that a put makes, for the notification it causes. */
  const putting = new AsyncLocalStorage<string>();

  const server = createServer((request, response) => {
    if (failures > 0) {
      failures--;
      request.resume();
      response.writeHead(failure, { 'content-type': 'application/xml' });
      response.end('<Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>');
      return;
    }
    route(request, response).catch((cause) => response.destroy(cause));
  });

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://bucket');
    const key = decodeURIComponent(url.pathname.split('/').slice(2).join('/'));
    if (url.searchParams.has('versioning')) {
      return xml(response, '<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>');
    }
    if (url.searchParams.has('versions')) return xml(response, listing(url.searchParams));
    const copied = request.headers['x-amz-copy-source'];
    const source = /\?versionId=(.+)$/.exec(typeof copied === 'string' ? copied : '');
    if (source !== null) request.headers['x-amz-copy-source'] = `/${ARCHIVE}/${source[1]}`;
    const refused = refusal(key, request.headers, source?.[1]);
    if (refused !== null) return xml(response, ...refused);
    const versionId = url.searchParams.get('versionId');
    if (versionId !== null) {
      if (request.method === 'DELETE') {
        versions.splice(
          versions.findIndex((version) => version.id === versionId),
          1,
        );
      }
      request.url = `/${ARCHIVE}/${versionId}`;
    } else if (request.method === 'PUT' && key !== '') {
      const id = `v${String(++puts).padStart(6, '0')}`;
      response.setHeader('x-amz-version-id', id);
      keepVersion(response, key, id, request.headers['x-amz-tagging'] !== undefined);
      await putting.run(id, () => handle(request, response));
      return;
    }
    await handle(request, response);
  }

  /** What S3 refuses, and s3rver lets pass: keys too long for it, and tags copied by those who may not. */
  function refusal(key: string, headers: IncomingHttpHeaders, source?: string): [string, number] | null {
    if (Buffer.byteLength(key) > 1024) return ['<Error><Code>KeyTooLongError</Code></Error>', 400];
    const isTagged = versions.some((version) => version.id === source && version.isTagged);
    const copiesTags = isTagged && headers['x-amz-tagging-directive'] !== 'REPLACE';
    return copiesTags ? ['<Error><Code>AccessDenied</Code></Error>', 403] : null;
  }

  /** The answer is held back until the version is kept. */
  function keepVersion(response: ServerResponse, key: string, id: string, isTagged: boolean): void {
    const end = response.end.bind(response) as (...given: unknown[]) => ServerResponse;
    response.end = ((...given: unknown[]) => {
      if (response.statusCode >= 300) return end(...given);
      const etag = String(response.getHeader('etag') ?? '');
      rver.store.copyObject(BUCKET, key, ARCHIVE, id).then(
        () => {
          versions.push({ key, id, etag, modified: new Date(), isTagged });
          end(...given);
        },
        (cause) => response.destroy(cause),
      );
      return response;
    }) as typeof response.end;
  }

  function listing(query: URLSearchParams): string {
    const prefix = query.get('prefix') ?? '';
    const found = versions
      .filter(({ key }) => key.startsWith(prefix))
      .toReversed()
      .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
    const entries = found.map(
      ({ key, id, etag, modified }) =>
        `<Version><Key>${key.replaceAll('&', '&amp;')}</Key><VersionId>${id}</VersionId><ETag>${etag.replaceAll('"', '&quot;')}</ETag><LastModified>${modified.toISOString()}</LastModified></Version>`,
    );
    return `<ListVersionsResult><IsTruncated>false</IsTruncated>${entries.join('')}</ListVersionsResult>`;
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const endpoint = `http://127.0.0.1:${port}`;
  const s3 = new S3Client({
    endpoint,
    region: 'us-east-1',
    forcePathStyle: true,
    credentials: CREDENTIALS,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  const bucket: TestBucket = {
    endpoint,
    s3,
    notifications: [],
    onNotification: () => {},
    failNext(times, status = 503) {
      failures = times;
      failure = status;
    },
    async close() {
      s3.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(directory, { recursive: true, force: true });
    },
  };
  let sequence = 0x0055aed6dcd90281e5n;
  rver.on('event', (event: S3Event) => {
    const [record] = event.Records;
    if (record === undefined || !/^(incoming|unfinished)\//.test(record.s3.object.key)) return;
    const { object } = record.s3;
    const notified = {
      ...object,
      // As S3 writes keys in events, which s3rver does not.
      key: encodeURIComponent(object.key).replaceAll('%2F', '/').replaceAll('%20', '+'),
      sequencer: (++sequence).toString(16).toUpperCase().padStart(18, '0'),
      versionId: putting.getStore(),
    };
    const body = JSON.stringify({ Records: [{ ...record, s3: { ...record.s3, object: notified } }] });
    bucket.notifications.push(body);
    bucket.onNotification(body);
  });
  return bucket;
}

interface S3Event {
  readonly Records: readonly {
    readonly eventName: string;
    readonly s3: { readonly object: { readonly key: string } };
  }[];
}

function xml(response: ServerResponse, body: string, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/xml' });
  response.end(`<?xml version="1.0" encoding="UTF-8"?>${body}`);
}
