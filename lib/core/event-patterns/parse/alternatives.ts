/**
 * From steps to alternatives, each a map from path to matchers. A list of matchers is written into
 * every alternative, over what stood at its path before. `$or` copies the alternatives once for
 * each of its objects and writes that object into the copies; so they are counted before.
 */
import type { Alternative } from '../ast';
import type { Dialect } from '../dialects/table';
import type { Fail } from './reading';
import type { Step } from './steps';

type Field = Extract<Step, { kind: 'field' }>;

type Or = Extract<Step, { kind: 'or' }>;

export type Draft = Map<string, Field>;

/** The most fields that event-ruler takes in one alternative. */
const maxFields = 256;

export function makeDrafts(steps: readonly Step[], dialect: Dialect, fail: Fail): readonly Draft[] {
  countAlternatives(steps, dialect, fail);
  let drafts: Draft[] = [new Map()];
  const open: { readonly before: Draft[]; readonly made: Draft[] }[] = [];
  for (const step of steps) {
    const choice = open.at(-1);
    if (step.kind === 'field') {
      write(drafts, step, fail);
    } else if (step.kind === 'or') {
      open.push({ before: drafts, made: [] });
    } else if (step.kind === 'either') {
      drafts = (choice?.before ?? []).map((draft) => new Map(draft));
    } else if (step.kind === 'done') {
      choice?.made.push(...drafts);
    } else {
      drafts = open.pop()?.made ?? [];
    }
  }
  return drafts;
}

function countAlternatives(steps: readonly Step[], dialect: Dialect, fail: Fail): void {
  const { max } = dialect.limits.alternatives;
  let count = 1;
  const open: { readonly before: number; made: number; readonly or: Or }[] = [];
  for (const step of steps) {
    const choice = open.at(-1);
    if (step.kind === 'or') {
      open.push({ before: count, made: 0, or: step });
    } else if (step.kind === 'either') {
      count = choice?.before ?? 1;
    } else if (step.kind === 'done' && choice !== undefined) {
      choice.made += count;
      checkCount(choice.made, max, choice.or, fail);
    } else if (step.kind === 'close') {
      count = open.pop()?.made ?? 1;
    }
  }
}

function checkCount(count: number, max: number, { path, node }: Or, fail: Fail): void {
  if (count > max) {
    const problem = `the alternatives combine in more than ${max} ways`;
    fail(path, problem, 'fewer alternatives, or more than one rule', node);
  }
}

function write(drafts: readonly Draft[], field: Field, fail: Fail): void {
  for (const draft of drafts) {
    draft.set(field.path, field);
    if (draft.size > maxFields) {
      const problem = `it is field ${draft.size}`;
      fail(field.path, problem, `at most ${maxFields} fields`, field.node);
    }
  }
}

export function alternativeOf(draft: Draft): Alternative {
  const paths = [...draft.keys()].sort();
  return { fields: paths.map((path) => ({ path, matchers: draft.get(path)?.matchers ?? [] })) };
}
