export { OrderIngestion } from './order-ingestion';
export type { OrderIngestionProps } from './order-ingestion-props';
