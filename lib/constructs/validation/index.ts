export { type Place, problemsOfPlace } from './environment';
export { finishedProperties, finishedValues, isAsAsked } from './finished';
export { type PropRule, problemsOfRules } from './props';
export { removalRule } from './removal';
export { hasToken, show } from './show';
export { stands } from './stands';
export { refuseTakenId } from './taken-id';
export { withoutEffect } from './without-effect';
