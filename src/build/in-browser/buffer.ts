// Node's global, which the readers use.
export { Buffer } from 'buffer/';
