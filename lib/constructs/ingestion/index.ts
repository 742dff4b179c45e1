export { OrderIngestion, type OrderIngestionProps } from './order-ingestion';
