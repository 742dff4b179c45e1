/**
 * Looks for leaves that are what some clauses ask for. Guesses from what the matchers hold find one
 * nearly always; where none passes, each kind of leaf is decided on its own.
 */
import type { Matcher } from '../ast';
import { type Budget, spend } from './budget';
import { type Clause, satisfies } from './clauses';
import { decideText } from './decide-text';
import { holdsInteger, inexactNumbers, numbersOf, pickNumbers, spell } from './find-number';
import { guessTexts } from './guess-texts';
import type { LeafDomain, LeafSearch, TextDomain } from './leaf-domain';
import { lengthMachine, takesText } from './small-machines';

const mostLeaves = 12;

const none: LeafSearch = { is: 'none' };

/** @throws OutOfSteps where the whole question has none left. */
export function findLeaves(
  clauses: readonly Clause[],
  domain: LeafDomain,
  budget: Budget,
): LeafSearch {
  const matchers = clauses.flatMap((clause) => clause.matchers);
  spend(budget, matchers.length + 1);
  const textless = clauses.some((clause) => clause.holds && !clause.matchers.some(mayTakeText));
  const wanted = textless ? undefined : domain.texts;
  const texts = wanted === undefined ? [] : textGuesses(clauses, wanted, budget);
  const numbers = findNumbers(clauses, domain);
  const keywords = domain.keywords.filter((keyword) => satisfies(keyword, clauses));
  const leaves = [...texts, ...numbers.leaves, ...keywords];
  if (leaves.length > 0) {
    return { is: 'some', leaves };
  }
  const text = wanted === undefined ? none : decideText(clauses, wanted, budget);
  return text.is === 'none' && !numbers.none ? { is: 'unknown' } : text;
}

function mayTakeText({ kind }: Matcher): boolean {
  return kind !== 'number' && kind !== 'range' && kind !== 'keyword' && kind !== 'absent';
}

function textGuesses(
  clauses: readonly Clause[],
  texts: TextDomain,
  budget: Budget,
): readonly string[] {
  const guesses = guessTexts(clauses);
  spend(budget, guesses.length);
  const length = lengthMachine(texts.least, texts.most);
  const fitting: string[] = [];
  for (const guess of guesses) {
    const json = JSON.stringify(guess);
    if ([length, ...texts.machines].every((m) => takesText(m, guess)) && satisfies(json, clauses)) {
      fitting.push(json);
    }
    if (fitting.length === mostLeaves) {
      break;
    }
  }
  return fitting;
}

function findNumbers(
  clauses: readonly Clause[],
  { numbers }: LeafDomain,
): { readonly leaves: readonly string[]; readonly none: boolean } {
  if (numbers === undefined) {
    return { leaves: [], none: true };
  }
  const intervals = numbersOf(clauses, numbers);
  const fits = (value: number) =>
    value >= numbers.low && value <= numbers.high && (!numbers.integer || Number.isInteger(value));
  const exact = pickNumbers(intervals).filter(fits).slice(0, mostLeaves).map(spell);
  const inexact = inexactNumbers(clauses).filter((text) => satisfies(text, clauses));
  const leaves = [...exact, ...inexact.filter((text) => fits(Number(text)))];
  const none = inexact.length === 0 && (numbers.integer ? !holdsInteger(intervals) : true);
  return { leaves, none: leaves.length === 0 && none };
}
