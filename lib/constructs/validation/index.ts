export { finishedProperties, finishedValues } from './finished';
export { type PropRule, problemsOfRules } from './props';
export { hasToken, show } from './show';
export { refuseTakenId } from './taken-id';
