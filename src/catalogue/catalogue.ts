/** The catalogue: every look-up over the schema and over what is known beyond it. Pure, built once from data. */
import type {
  ComplexType,
  ElementDeclaration,
  ObjectFacts,
  Operation,
  PropertyFact,
  SchemaData,
} from './model.ts';
import { parseType } from './notation.ts';

/** What is known of API objects beyond the schema; see `shipped.ts`. */
export interface Overlay {
  readonly objects: ReadonlyMap<string, ObjectFacts>;
  readonly properties: ReadonlyMap<string, readonly PropertyFact[]>;
}

/** The root of every API object. */
const apiObject = 'APIObject';

/**
 * Facts of the API by name. Names are case-sensitive, as the service is. Nothing here throws on an unknown name:
 * the real service answers with types and elements that no published WSDL has.
 */
export class Catalogue {
  readonly targetNamespace: string;
  readonly operations: readonly Operation[];
  private readonly types = new Map<string, ComplexType>();
  private readonly enumerations: ReadonlyMap<string, readonly string[]>;
  private readonly patterns: ReadonlyMap<string, string>;
  private readonly globalElements: ReadonlyMap<string, string>;
  private readonly byName = new Map<string, ReadonlyMap<string, ElementDeclaration>>();
  private readonly inherited = new Map<string, readonly ElementDeclaration[]>();
  private readonly overlay: Overlay;

  constructor(data: SchemaData, overlay: Overlay) {
    this.overlay = overlay;
    this.targetNamespace = data.targetNamespace;
    const add = (type: ComplexType): void => void this.types.set(type.name, type);
    for (const [name, notation] of Object.entries(data.types)) add(parseType(name, notation, add));
    const elements = new Map<string, string>();
    for (const [name, notation] of Object.entries(data.elements)) {
      if (notation.startsWith('=')) {
        elements.set(name, notation.slice(1));
      } else {
        // The slash keeps an element's anonymous type apart from a named type of the same name.
        add(parseType(`/${name}`, notation, add));
        elements.set(name, `/${name}`);
      }
    }
    this.globalElements = elements;
    this.enumerations = new Map(
      Object.entries(data.enumerations).map(([name, values]) => [name, values.split('|')]),
    );
    this.patterns = new Map(Object.entries(data.patterns));
    this.operations = Object.entries(data.operations).map(([name, messages]) => {
      const [request = '', response = ''] = messages.split(' ');
      return { name, request, response };
    });
  }

  /** Names of the types the schema names, in its order; anonymous types are left out. */
  get typeNames(): readonly string[] {
    return [...this.types.keys()].filter((name) => !name.includes('/'));
  }

  /** Names of the enumerations, in the order of the schema. */
  get enumerationNames(): readonly string[] {
    return [...this.enumerations.keys()];
  }

  /** Names of the simple types that are patterns. */
  get patternNames(): readonly string[] {
    return [...this.patterns.keys()];
  }

  /** Names of the global elements, request and response messages among them. */
  get elementNames(): readonly string[] {
    return [...this.globalElements.keys()];
  }

  /** The API objects that something is known of beyond the schema, in alphabetical order. */
  get objectNames(): readonly string[] {
    return [...this.overlay.objects.keys()];
  }

  /** A complex type with its own elements only. */
  complexType(name: string): ComplexType | undefined {
    return this.types.get(name);
  }

  /** The type of a global element such as `RetrieveRequestMsg`. */
  typeOfElement(name: string): string | undefined {
    return this.globalElements.get(name);
  }

  /** The values of an enumeration. */
  enumeration(name: string): readonly string[] | undefined {
    return this.enumerations.get(name);
  }

  /** The regular expression of a pattern type. */
  pattern(name: string): string | undefined {
    return this.patterns.get(name);
  }

  /** The operation whose name (and SOAPAction) this is. */
  operation(name: string): Operation | undefined {
    return this.operations.find((operation) => operation.name === name);
  }

  /** The operation whose request body has this root element. */
  operationOfRequest(element: string): Operation | undefined {
    return this.operations.find((operation) => operation.request === element);
  }

  /** All elements of a type in schema order, inherited ones first; empty for an unknown type. */
  elementsOf(typeName: string): readonly ElementDeclaration[] {
    const known = this.inherited.get(typeName);
    if (known !== undefined) return known;
    const type = this.types.get(typeName);
    if (type === undefined) return [];
    const elements = [...(type.base === undefined ? [] : this.elementsOf(type.base)), ...type.elements];
    this.inherited.set(typeName, elements);
    return elements;
  }

  /** One element of a type, inherited or its own. */
  elementOf(typeName: string, elementName: string): ElementDeclaration | undefined {
    let byName = this.byName.get(typeName);
    if (byName === undefined) {
      // Of two with one name the first counts, so it is set last.
      byName = new Map(
        this.elementsOf(typeName)
          .map((element) => [element.name, element] as const)
          .reverse(),
      );
      if (this.types.has(typeName)) this.byName.set(typeName, byName);
    }
    return byName.get(elementName);
  }

  /** True when a value of `typeName` may stand where `base` is declared. */
  isA(typeName: string, base: string): boolean {
    for (let name: string | undefined = typeName; name !== undefined; name = this.types.get(name)?.base) {
      if (name === base) return true;
    }
    return false;
  }

  /** True for every type that descends from APIObject. */
  isApiObject(typeName: string): boolean {
    return this.isA(typeName, apiObject);
  }

  /** What is known of an API object beyond the schema. */
  object(name: string): ObjectFacts | undefined {
    return this.overlay.objects.get(name);
  }

  /** What is known of an API object's properties, in the order Describe lists them; undefined when nothing is. */
  properties(objectName: string): readonly PropertyFact[] | undefined {
    return this.overlay.properties.get(objectName);
  }

  /** What is known of one property path of an API object. */
  property(objectName: string, path: string): PropertyFact | undefined {
    return this.overlay.properties.get(objectName)?.find((fact) => fact.path === path);
  }

  /** The schema type at the end of a dotted path, e.g. `Client.ID` of `Send` is `xs:int`. */
  typeOfPath(objectName: string, path: string): string | undefined {
    let type: string | undefined = objectName;
    for (const step of path.split('.')) {
      type = type === undefined ? undefined : this.elementOf(type, step)?.type;
    }
    return type;
  }
}
