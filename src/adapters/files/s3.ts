/**
 * Files in any store that speaks S3 (AWS, MinIO, Ceph, and most clouds): BUCKET/PREFIX/ab/cdef…, addressed by path. Signed with Signature Version 4; the hash of
 * the content is its name and part of the signature, so the store itself refuses bytes that changed on the way. Streams both ways.
 */
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { AwsClient } from 'aws4fetch';
import { placeOf, type Shelf } from './shelf';

export type S3Options = { endpoint: string; bucket: string; region: string; accessKeyId: string; secretAccessKey: string; sessionToken?: string; prefix?: string };

/** The store answered what it should not; its message may name keys and stays out. */
export class S3Refused extends Error {
  override name = 'S3Refused';
  constructor(
    readonly what: 'put' | 'get' | 'head',
    readonly status: number,
  ) {
    super(`S3 ${what}: HTTP ${status}`);
  }
}

const patience = 60_000;
const emptyHash = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

export function s3Shelf({ endpoint, bucket, prefix = '', region, ...keys }: S3Options): Shelf {
  const client = new AwsClient({ ...keys, region, service: 's3', retries: 0 });
  const place = (sha256: string) => `${endpoint.replace(/\/+$/, '')}/${bucket}/${prefix && `${prefix.replace(/^\/+|\/+$/g, '')}/`}${placeOf(sha256)}`;
  const ask = async (method: 'PUT' | 'GET' | 'HEAD', sha256: string, headers: Record<string, string>, body?: AsyncIterable<Uint8Array>): Promise<Response> => {
    const { url, headers: signed } = await client.sign(place(sha256), { method, headers });
    // The bytes stay out of the signing: it knows their hash.
    const init = { method, headers: signed, redirect: 'error', signal: AbortSignal.timeout(patience), ...(body && { body, duplex: 'half' }) };
    return fetch(url, init as unknown as RequestInit);
  };
  const sizeOf = async (sha256: string): Promise<number | null> => {
    const answer = await ask('HEAD', sha256, { 'x-amz-content-sha256': emptyHash });
    if (answer.status === 404) return null;
    if (!answer.ok) throw new S3Refused('head', answer.status);
    return Number(answer.headers.get('content-length'));
  };
  return {
    keep: async ({ path, sha256, size }) => {
      if ((await sizeOf(sha256)) !== size) {
        const answer = await ask('PUT', sha256, { 'x-amz-content-sha256': sha256, 'content-length': `${size}`, 'content-type': 'application/octet-stream' }, createReadStream(path));
        await answer.body?.cancel();
        if (!answer.ok) throw new S3Refused('put', answer.status);
      }
      await rm(path, { force: true });
    },
    open: async (sha256) => {
      const answer = await ask('GET', sha256, { 'x-amz-content-sha256': emptyHash, 'accept-encoding': 'identity' });
      if (answer.ok && answer.body) return { size: Number(answer.headers.get('content-length')), bytes: answer.body as AsyncIterable<Uint8Array> };
      await answer.body?.cancel();
      if (answer.status === 404) return null;
      throw new S3Refused('get', answer.status);
    },
    sizeOf,
    names: () => null,
  };
}
