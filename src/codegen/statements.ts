/** Writes objects as statements, for languages that make one after the other: create it, set its properties, pass it on. */
import type { CodeElement, CodeRequest } from './request.ts';
import { classOf, isComplex, propertiesOf, wrappedIn, type Property } from './shape.ts';

export interface StatementSyntax {
  /** A variable with a new object of a class. */
  readonly create: (className: string, variable: string) => string;
  /** Sets a property to an expression. */
  readonly set: (variable: string, property: CodeElement, expression: string) => readonly string[];
  /** Sets a property to several expressions, in an array of this class. */
  readonly setMany: (variable: string, property: string, items: Items) => readonly string[];
  /** A value that is no object. */
  readonly value: (element: CodeElement) => string;
  /** What stands for `xsi:nil`. */
  readonly nil: string;
  /** How a variable is written, e.g. with a sign before it. */
  readonly variable: (name: string) => string;
  /** The class of a wrapper such as `Fields`; undefined where an array stands in its place. */
  readonly wrapperClass?: (element: CodeElement) => string;
  /** Names that a variable cannot have. */
  readonly reserved: ReadonlySet<string>;
}

export interface Items {
  readonly className: string;
  readonly expressions: readonly string[];
}

export class Statements {
  readonly lines: string[] = [];
  private readonly syntax: StatementSyntax;
  private readonly request: CodeRequest;
  private readonly taken = new Set<string>();

  constructor(request: CodeRequest, syntax: StatementSyntax) {
    this.request = request;
    this.syntax = syntax;
  }

  /** An expression for an element's value; what has to be said before it is added to the lines. */
  expression(element: CodeElement): string {
    if (element.isNil) return this.syntax.nil;
    if (!isComplex(element, this.request.catalogue)) return this.syntax.value(element);
    return this.object(element, classOf(element));
  }

  /** Expressions for the values of several elements. */
  items(elements: readonly CodeElement[]): Items {
    const [first] = elements;
    const declared = first?.declaration?.type;
    return {
      className: declared ?? (first === undefined ? 'object' : classOf(first)),
      expressions: elements.map((element) => this.expression(element)),
    };
  }

  private object(element: CodeElement, className: string): string {
    const name = this.freeName(className);
    const variable = this.syntax.variable(name);
    this.lines.push(this.syntax.create(className, variable));
    for (const property of propertiesOf(element)) this.lines.push(...this.setting(variable, property));
    return variable;
  }

  private setting(variable: string, { name, isMany, elements }: Property): readonly string[] {
    const [first] = elements;
    if (isMany) return this.syntax.setMany(variable, name, this.items(elements));
    const wrapped = wrappedIn(first, this.request.catalogue);
    if (wrapped === undefined) return this.syntax.set(variable, first, this.expression(first));
    const { wrapperClass } = this.syntax;
    if (wrapperClass === undefined) return this.syntax.setMany(variable, name, this.items(wrapped));
    return this.syntax.set(variable, first, this.object(first, wrapperClass(first)));
  }

  private freeName(className: string): string {
    const base = className.charAt(0).toLowerCase() + className.slice(1).replace(/_type\d+$/, '');
    let name = base;
    for (let count = 2; this.taken.has(name) || this.syntax.reserved.has(name); count += 1) {
      name = `${base}${String(count)}`;
    }
    this.taken.add(name);
    return name;
  }
}
