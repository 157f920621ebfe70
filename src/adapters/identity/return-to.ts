export { localPath } from '../../app/local-path';
