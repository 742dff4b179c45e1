import type { Io } from './io';

/** What a command ends with. */
export const exitCodes = { fine: 0, findings: 1, impossible: 2 } as const;

/** The command can't be done, with a message for the person who typed it. */
export class CommandError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CommandError';
  }
}

/** A command: its help is made from this, and its arguments are checked against it. */
export interface Verb {
  /** A line. */
  readonly summary: string;
  readonly options: Readonly<Record<string, Option>>;
  /** What is given without an option, in its order: its value stands under this name. */
  readonly operands?: readonly string[];
  /** What there is to know beyond the options: what comes in, what goes out, exit codes. */
  readonly notes: string;
  /** Answers the exit code. */
  readonly run: (values: Values, io: Io) => Promise<number>;
}

export interface Option {
  /** How its value is called in the help; absent for a switch. */
  readonly value?: string;
  readonly help: string;
  readonly required?: boolean;
  /** Whether it may be given several times: all its values are asked for by `all`. */
  readonly multiple?: boolean;
}

/** By option or operand: its value, the last one of several, or an empty text for a switch. */
export interface Values extends ReadonlyMap<string, string> {
  /** Every value that an option was given, in their order; none where it was left out. */
  all(name: string): readonly string[];
}

/** A verb in the table of commands; its module is loaded only when it is asked for. */
export interface Entry {
  readonly summary: string;
  readonly load: () => Verb;
}

export type Commands = Readonly<Record<string, Readonly<Record<string, Entry>>>>;
