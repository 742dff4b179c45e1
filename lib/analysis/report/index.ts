/** What people and tools read of a catalogue. A report reads nothing but its data. */
export { toAsyncApi } from './asyncapi/asyncapi';
export { toPage } from './page/page';
