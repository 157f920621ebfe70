/**
 * A store that speaks S3, for tests: keeps objects in memory, refuses every request whose signature (Signature Version 4) or content hash is not what it computes
 * itself, as a real one does.
 */
import { createHash, createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Double = { url: string; objects: Map<string, Buffer>; refused: string[]; fault: { status: number } | null; close(): void };

export async function s3Double({ accessKeyId, secretAccessKey, region }: { accessKeyId: string; secretAccessKey: string; region: string }): Promise<Double> {
  const double: Double = { url: '', objects: new Map(), refused: [], fault: null, close: () => server.close() };
  const server = createServer(async (q, a) => {
    const body = await bodyOf(q);
    const wrong = double.fault ? 'fault' : faultOf(q, body);
    const name = q.url!;
    if (wrong) {
      double.refused.push(wrong);
      return void a.writeHead(double.fault?.status ?? 403).end(`<Error><Key>${name}</Key></Error>`);
    }
    if (q.method === 'PUT') double.objects.set(name, body);
    const object = double.objects.get(name);
    if (!object) return void a.writeHead(404).end();
    a.writeHead(200, q.method === 'PUT' ? {} : { 'content-length': object.length }).end(q.method === 'GET' ? object : undefined);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  double.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return double;

  function faultOf(q: IncomingMessage, body: Buffer): string | null {
    const said = /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(q.headers.authorization ?? '');
    if (!said) return 'unsigned';
    const [, key, day, where, names, signature] = said as unknown as [string, string, string, string, string, string];
    const hash = String(q.headers['x-amz-content-sha256']);
    if (key !== accessKeyId || where !== region) return 'who';
    if (!names.split(';').includes('x-amz-content-sha256') || !names.split(';').includes('host')) return 'headers';
    if (q.method === 'PUT' && q.headers['content-length'] === undefined) return 'length';
    if (sha256(body) !== hash) return 'content';
    const canonical = [q.method, q.url, '', ...names.split(';').map((n) => `${n}:${String(q.headers[n]).trim()}`), '', names, hash].join('\n');
    const toSign = ['AWS4-HMAC-SHA256', q.headers['x-amz-date'], `${day}/${where}/s3/aws4_request`, sha256(Buffer.from(canonical))].join('\n');
    const signing = [day, where, 's3', 'aws4_request'].reduce<Buffer>((k, part) => createHmac('sha256', k).update(part).digest(), Buffer.from(`AWS4${secretAccessKey}`));
    return createHmac('sha256', signing).update(toSign).digest('hex') === signature ? null : 'signature';
  }
}

async function bodyOf(q: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of q) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
