import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Unusable } from './endpoint';

export const help = `Deploys the retailer's app by the CDK's command line to the endpoint that AWS_ENDPOINT_URL names, publishes
orders by the AWS SDK, and compares every message of every queue with what the template reader says of it.
Then the examples of channels and deliveries: topics, work queues, pushes to functions.

  npm run e2e                            the days of ../shared/orders, if they are there, and a made-up one
  npm run e2e -- --seed 7 --count 1000   another made-up day, of 1,000 orders
  npm run e2e -- --orders FILE.csv       other days; may be given several times
  test/e2e/ministack.sh                  starts an endpoint on this machine for it; takes the same options

Exit 0: all as it was said. Exit 1: something is not. Exit 2: it could not be tried.
`;

export interface Options {
  readonly files?: readonly string[];
  readonly seed: number;
  readonly count: number;
  readonly help: boolean;
}

/** @throws Unusable for an option that is not in the help, or a value that is no whole number or no file */
export function readOptions(): Options {
  const { orders: files, seed = '1', count = '200', help = false } = parsed();
  const missing = files?.find((file) => !existsSync(file));
  if (missing !== undefined) throw new Unusable(`--orders ${missing}: there is no such file`);
  return {
    files,
    seed: whole('--seed', seed, { min: 0, max: 999_999 }),
    count: whole('--count', count, { min: 1, max: 100_000 }),
    help,
  };
}

function parsed() {
  try {
    const { values } = parseArgs({
      options: {
        orders: { type: 'string', multiple: true },
        seed: { type: 'string' },
        count: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    return values;
  } catch (error) {
    throw new Unusable(`${(error as Error).message.split('\n')[0]} (--help lists the options)`);
  }
}

function whole(name: string, text: string, { min, max }: { min: number; max: number }): number {
  if (/^\d{1,6}$/.test(text) && Number(text) >= min && Number(text) <= max) return Number(text);
  throw new Unusable(`${name} ${text}: expected a whole number from ${min} to ${max}`);
}
