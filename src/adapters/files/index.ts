/** Where files handed over are kept: beside the store, or in S3 where the environment names one. */
import { WrongSetting } from '../wrong-setting';
import type { S3Options } from './s3';

export { diskShelf } from './disk';
export { DamagedFile, openFiles } from './files';
export { type S3Options, S3Refused, s3Shelf } from './s3';
export { placeOf, type Shelf } from './shelf';

/** Null: beside the store. @throws WrongSetting */
export function s3Settings(env: NodeJS.ProcessEnv): S3Options | null {
  const { YIJIAN_S3_ENDPOINT: endpoint, YIJIAN_S3_BUCKET: bucket, YIJIAN_S3_REGION: region = 'us-east-1', YIJIAN_S3_PREFIX: prefix } = env;
  const { YIJIAN_S3_ACCESS_KEY: accessKeyId, YIJIAN_S3_SECRET_KEY: secretAccessKey, YIJIAN_S3_SESSION_TOKEN: sessionToken } = env;
  if (!endpoint) return null;
  if (!URL.canParse(endpoint) || !/^https?:$/.test(new URL(endpoint).protocol)) throw new WrongSetting('YIJIAN_S3_ENDPOINT', '应是 https:// 开头的地址', 'an address that begins with https://');
  const missing = Object.entries({ YIJIAN_S3_BUCKET: bucket, YIJIAN_S3_ACCESS_KEY: accessKeyId, YIJIAN_S3_SECRET_KEY: secretAccessKey }).find(([, x]) => !x)?.[0];
  if (missing || !bucket || !accessKeyId || !secretAccessKey) throw new WrongSetting(missing ?? '', '设了 YIJIAN_S3_ENDPOINT 就要一起设它', 'needed with YIJIAN_S3_ENDPOINT');
  return { endpoint, bucket, region, accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }), ...(prefix && { prefix }) };
}
