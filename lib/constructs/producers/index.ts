export { ApiAuthorization } from './api-authorization';
export { IngestApi } from './ingest-api';
export type { IngestApiProps } from './ingest-api-props';
export type { IInvokeGrants } from './invoke-grants';
export type { LostCheck } from './lost-check';
