import { schemas } from '../../core/limits';
import type { PropRule } from '../validation';

const names = /^[.\-_A-Za-z0-9]+$/;

/** AWS's own, which take no schema of a user. */
const reserved = (name: string): boolean =>
  name.startsWith('aws.') || name === 'discovered-schemas';

const allowed = `a registry's name is 1 to ${schemas.registryName.max} letters, digits, dots, hyphens and underscores`;

export function registryNameRule(registryName?: string): PropRule {
  return {
    id: 'spillway:registry-name',
    prop: 'registryName',
    value: registryName,
    wrong: (name: string) => !fits(name) || reserved(name),
    expected: `${allowed}; aws. and discovered-schemas belong to AWS`,
    fix: 'Choose another name, or leave it out to have one made.',
  };
}

/** AWS's registries can be read, too. */
export function importedNameRule(registryName: string): PropRule {
  return {
    id: 'spillway:registry-name',
    prop: 'registryName',
    value: registryName ?? null,
    wrong: (name: string | null) => name === null || !fits(name),
    expected: allowed,
    fix: 'Give the name of the registry, not its ARN.',
  };
}

/** Asked when something is registered. */
export function ownRegistryRule(registryName: string): PropRule {
  return {
    id: 'spillway:registry-name',
    prop: 'registryName',
    value: registryName,
    wrong: reserved,
    expected: 'aws. and discovered-schemas belong to AWS, which puts the schemas there itself',
    fix: 'Register in a SchemaRegistry of your own.',
  };
}

export function descriptionRule(description?: string): PropRule {
  const { max, unit } = schemas.description;
  return {
    id: 'spillway:registry-schema',
    prop: 'description',
    value: description,
    given: `${description?.length} ${unit} given`,
    wrong: (text: string) => text.length > max,
    expected: `a registry's description is at most ${max} ${unit}`,
    fix: 'Shorten it.',
  };
}

const fits = (name: string): boolean => name.length <= schemas.registryName.max && names.test(name);
