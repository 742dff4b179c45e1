import {
  type Assembly,
  AssemblyError,
  type DeclaredContract,
  readAssembly,
} from '../../analysis/assembly';
import { nearest } from '../nearest';
import { CommandError, type Option, type Values } from '../verb';

/** Options of the commands that read a synthesised app. */
export const appOptions = {
  app: { value: 'DIR', help: 'what cdk synth wrote; cdk.out if left out' },
  directory: {
    value: 'DIR',
    help: 'where accepted versions are kept;\nthe contractsDirectory of the app if left out',
  },
  event: { value: 'TYPE', help: 'only events of this type', multiple: true },
} as const satisfies Record<string, Option>;

/** @throws CommandError where it can't be read. */
export function readApp(values: Values): Assembly {
  try {
    return readAssembly(appOf(values));
  } catch (error) {
    if (error instanceof AssemblyError) throw new CommandError(error.message);
    throw error;
  }
}

/** The folder of the assembly. */
export const appOf = (values: Values): string => values.get('app') ?? 'cdk.out';

/**
 * The contracts that the app declares; with `--event`, those of these types.
 *
 * @throws CommandError where there is none.
 */
export function contractsOf(values: Values): readonly DeclaredContract[] {
  const { contracts } = readApp(values);
  if (contracts.length === 0) {
    throw new CommandError(
      `${appOf(values)}: no construct declares a contract; OrderIngestion and SchemaRegistry do`,
    );
  }
  const wanted = values.all('event');
  const types = contracts.map(({ eventType }) => eventType);
  const missing = wanted.find((type) => !types.includes(type));
  if (missing !== undefined) {
    throw new CommandError(
      `${appOf(values)} declares no event ${JSON.stringify(missing)}${nearest(missing, types)}`,
    );
  }
  return wanted.length === 0
    ? contracts
    : contracts.filter(({ eventType }) => wanted.includes(eventType));
}
