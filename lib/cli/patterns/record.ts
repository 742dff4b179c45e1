import { EventError, type EventPattern, PatternError } from '../../core/event-patterns';
import { readJson } from '../../core/event-patterns/json/read';
import { membersOf } from './members';

export interface Judge {
  readonly parse: (rule: string) => EventPattern;
  readonly matches: (pattern: EventPattern, event: string) => boolean;
}

/** The answer to a line `{id, rule, event}`: a line `{id, match}`, or `{id, error}`. */
export function answer(line: string, number: number, judge: Judge): string {
  let id = 'null';
  try {
    const members = readLine(line, number);
    id = members.get('id') ?? id;
    const pattern = judge.parse(textOf(members, 'rule'));
    return `{"id":${id},"match":${judge.matches(pattern, textOf(members, 'event'))}}`;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return `{"id":${id},"error":${JSON.stringify(error.message)}}`;
  }
}

/** A line that can't be asked. */
class LineError extends Error {}

/** Anything else is a mistake of ours, and no answer to the line. */
function isRefusal(error: unknown): error is Error {
  return [PatternError, EventError, LineError].some((kind) => error instanceof kind);
}

function readLine(line: string, number: number): ReadonlyMap<string, string> {
  if (!isObject(line)) {
    throw new LineError(
      `line ${number}: ${problemOf(line)}. Expected {"id": ..., "rule": ..., "event": ...}.`,
    );
  }
  return membersOf(line);
}

function isObject(line: string): boolean {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

/** Our own reader says where in the line it is. */
function problemOf(line: string): string {
  try {
    const { kind } = readJson(line);
    return `it is no object but ${kind === 'array' ? 'a list' : `a ${kind}`}`;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return message.replace(' at line 1, column ', ' at column ');
  }
}

/** A rule or an event is given as a text that holds JSON, or as JSON. */
function textOf(members: ReadonlyMap<string, string>, name: string): string {
  const text = members.get(name);
  if (text === undefined) {
    throw new LineError(`the line has no ${name}`);
  }
  return text.startsWith('"') ? JSON.parse(text) : text;
}
