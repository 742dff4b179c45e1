import type { EventNames } from './event-names';
import type { ForbiddenNames, Renderer } from './quicktype';

/** What differs from one language to the next. */
export interface Language {
  /** Its options of quicktype's. */
  readonly options: (folder: string) => Readonly<Record<string, string>>;
  /** Where the code of an event stands: a file, or a folder of files. */
  readonly place: (names: EventNames, packageName: string | undefined) => string;
  readonly comment: string;
  /** Changes what quicktype renders with, where it would render what doesn't work. */
  readonly mend: (renderer: Renderer) => void;
}

export const languageNames = ['typescript', 'python', 'java'] as const;
export type LanguageName = (typeof languageNames)[number];

/** The package of Java where none is given. */
const defaultPackage = 'events';

export const languages: Readonly<Record<LanguageName, Language>> = {
  typescript: {
    options: () => ({ 'prefer-unions': 'true', 'prefer-unknown': 'true' }),
    place: ({ file }) => `${file}.ts`,
    comment: '//',
    mend: () => undefined,
  },
  python: {
    options: () => ({ 'python-version': '3.10' }),
    place: ({ module }) => `${module}.py`,
    comment: '#',
    mend: mendPython,
  },
  java: {
    options: (packageName) => ({ package: packageName }),
    place: ({ folder }, packageName = defaultPackage) => `${packageName}.${folder}`,
    comment: '//',
    mend: mendJava,
  },
};

/** What the generated methods call, or call their own: a field of that name would hide it. */
const pythonNames = [
  ...['obj', 'result', 'list', 'cast', 'isinstance', 'staticmethod', 'from_dict', 'to_dict'],
  ...['from_str', 'from_int', 'from_float', 'to_float', 'from_bool', 'from_none', 'from_union'],
  ...['from_list', 'to_class', 'to_enum'],
];

function mendPython(renderer: Renderer): void {
  const forbidden = renderer.forbiddenForObjectProperties.bind(renderer);
  renderer.forbiddenForObjectProperties = (...given): ForbiddenNames => {
    const { names, ...others } = forbidden(...given);
    return { names: [...names, ...pythonNames], ...others };
  };
  const namerOfTypes = renderer.makeNamedTypeNamer.bind(renderer);
  renderer.makeNamedTypeNamer = () => {
    const namer = namerOfTypes();
    return Object.assign(Object.create(namer), {
      nameStyle: (name: string) => toldFromFields(namer.nameStyle(name)),
    });
  };
}

/** In a script without capitals a class would be called as the field that holds it. */
const toldFromFields = (type: string): string =>
  type === type.toLowerCase() ? `Class${type}` : type;

/** A field that was absent stays so: Jackson would write null, which the schema may refuse. */
function mendJava(renderer: Renderer): void {
  const own = renderer.annotationsForAccessor?.bind(renderer);
  renderer.annotationsForAccessor = (...accessor) => {
    const property = accessor[4] as { readonly isOptional: boolean };
    const absent = property.isOptional ? ['@JsonInclude(JsonInclude.Include.NON_NULL)'] : [];
    return [...absent, ...(own?.(...accessor) ?? [])];
  };
}
