import { type Case, cases, synthesise } from './cases';
import { allowedAmong, listedBy } from './compare';
import { type Cell, cellsOf } from './matrix';
import { type Mutant, mutantsOf } from './mutants';
import { policiesOf } from './policies';

/**
 * Does the matrix see it? For every statement with one thing changed some cell must turn. Only the
 * cells of the changed policy's role or resource are asked again. It takes minutes, so it is run by
 * hand, when the tables or the statements change; an argument picks the changes whose name holds it.
 */

/** Changes that change nothing, and why. */
const equivalent: readonly (readonly [RegExp, string])[] = [
  [
    /^resource policy of event-bus.*statement 1: (without the statement|for events:\*)$/,
    "in the bus's own account the identity policy is enough, with or without the statement",
  ],
  [
    /event-bus.*: for events:\*$|^identity policy of .*: for events:\*$/,
    'no other action on a bus brings a source and a type, and without them the condition is false',
  ],
  [
    /^identity policy of role\/Readers-.*statement 1: without schemas:(List|Search)Schemas$/,
    "IAM's reference has these take schemas, not the registry, which AWS's own examples name as well",
  ],
];

function concerns({ kind, of }: Mutant, { principal, request }: Cell): boolean {
  const { arn, policyOf = arn } = request.target;
  return kind === 'identity' ? principal.request === of : of === arn || of === policyOf;
}

async function survives(one: Case, mutant: Mutant, templates: ReturnType<typeof synthesise>) {
  const all = await cellsOf(templates, one.batches, mutant.policies);
  const cells = all.filter((cell) => concerns(mutant, cell));
  const listed = new Set(listedBy(one.rows, all));
  const allowed = await allowedAmong(cells);
  return cells.every(({ name }) => allowed.has(name) === listed.has(name));
}

async function main(picked = ''): Promise<void> {
  const surviving: string[] = [];
  for (const one of cases) {
    const templates = synthesise(one);
    const mutants = mutantsOf(policiesOf(templates)).filter(({ name }) => name.includes(picked));
    const alive: string[] = [];
    for (const mutant of mutants) {
      if (await survives(one, mutant, templates)) alive.push(mutant.name);
    }
    const unexplained = alive.filter((name) => !equivalent.some(([pattern]) => pattern.test(name)));
    console.log(
      `${one.name}: ${mutants.length} changes, ${mutants.length - alive.length} seen, ${alive.length - unexplained.length} change nothing, ${unexplained.length} not seen`,
    );
    surviving.push(...unexplained.map((name) => `not seen: ${one.name}: ${name}`));
  }
  for (const line of surviving) console.error(line);
  process.exitCode = surviving.length === 0 ? 0 : 1;
}

main(process.argv[2]).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
