/** Notifications of a bucket, wrapped in messages of a queue. */
import { z } from 'zod';
import type { ObjectVersion } from '../ingest/s3/object.ts';

/** A batch of queue messages, as Lambda hands it over. */
export const QueueEvent = z.object({
  Records: z.array(z.object({ messageId: z.string(), body: z.string() })),
});

const Notification = z.object({
  Records: z
    .array(
      z.object({
        eventName: z.string(),
        s3: z.object({
          bucket: z.object({ name: z.string() }),
          object: z.object({
            key: z.string(),
            eTag: z.string().optional(),
            versionId: z.string().optional(),
            sequencer: z.string().optional(),
          }),
        }),
      }),
    )
    // S3 asks whether anybody listens with a message that has no records: `s3:TestEvent`.
    .default([]),
});

/** The object versions that a message tells were created. Deleting an object takes nothing back. */
export function createdObjects(body: string): ObjectVersion[] {
  const { Records } = Notification.parse(JSON.parse(body));
  return Records.filter(({ eventName }) => /^(s3:)?ObjectCreated:/.test(eventName)).map(({ s3 }) => ({
    bucket: s3.bucket.name,
    // Keys come as in a form: spaces as plus signs, the rest percent-encoded.
    key: decodeURIComponent(s3.object.key.replaceAll('+', ' ')),
    versionId: s3.object.versionId ?? null,
    etag: s3.object.eTag ?? '',
    sequencer: s3.object.sequencer ?? null,
  }));
}
