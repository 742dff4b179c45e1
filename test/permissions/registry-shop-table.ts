import type { Row } from './compare';

/** The registry shop: who may do what. Every cell that no row names is denied. */

/** No bus, so no batches of events. */
export const batches = [];

const both = 'Schemasshopcheckoutorderplacedv1, Schemasshopreturnsorderreturnedv1';
const read = [
  'schemas:DescribeCodeBinding schemas:DescribeSchema schemas:GetCodeBindingSource',
  'schemas:ListSchemaVersions schemas:ListSchemas schemas:SearchSchemas',
].join(' ');

const reading = (who: string): Row[] => [
  [who, 'schemas:DescribeRegistry', 'Schemas', 'plainly'],
  [who, read, both, 'plainly'],
];

/** The other account decides who in it: its stranger may nothing. */
export const rows: Row[] = [
  ...reading('Catalogue'),
  ...reading('Developer'),
  ['Developer', 'schemas:PutCodeBinding', both, 'plainly'],
  ...reading('PartnerAccountAdministrator'),
  ...reading('PartnerAccountRoot'),
  ['ecs-tasks.amazonaws.com', 'sts:AssumeRole', 'Catalogue, Developer', 'plainly'],
  ['Administrator', 'sqs:*', 'OtherQueue', 'over TLS, in plaintext'],
  ['Administrator', 'sns:*', 'OtherTopic', 'over TLS, in plaintext'],
];
