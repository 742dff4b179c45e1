import type { Templates } from '../template';
import * as api from './api';
import * as apiIntegration from './api-integration';
import * as buses from './buses';
import type { Violations } from './compare';
import * as consumers from './consumers';
import * as identities from './identities';
import * as keys from './keys';
import * as lifecycle from './lifecycle';
import * as messages from './messages';
import * as queues from './queues';
import * as registries from './registries';
import * as routes from './routes';
import * as rules from './rules';
import * as topics from './topics';

/** What every template of the fixtures must hold. */
export interface Assertion {
  /** What it asserts: the words of its function's name. */
  readonly title: string;
  /** None where it holds. */
  readonly violations: (templates: Templates) => Violations;
}

const modules = [
  queues,
  rules,
  buses,
  topics,
  registries,
  messages,
  consumers,
  keys,
  identities,
  lifecycle,
  api,
  apiIntegration,
  routes,
];

/** Where a word of a name ends, also before and after a word of one letter. */
const wordEnds = /(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[a-z])(?=\d)/;

export const assertions: readonly Assertion[] = modules
  .flatMap((module) => Object.values(module))
  .map((violations) => ({ title: titleOf(violations.name), violations }));

function titleOf(name: string): string {
  return name.split(wordEnds).join(' ').toLowerCase();
}
