/** Names in the wrong namespace, or in none, and attributes that mean nothing to the service. */
import { prefixOf, xsiNamespace, type Scope } from '../../schema/namespaces.ts';
import { hasVariable } from '../../schema/textOf.ts';
import { localName, type XmlAttribute, type XmlElementNode } from '../../xml/node.ts';
import type { Finding } from '../finding.ts';
import { nameEdits } from './check.ts';

/** What is wrong with the names of one element, and whether the element is one of the API. */
export interface NameCheck {
  readonly findings: readonly Finding[];
  /** False for one of another namespace: the schema says nothing of what is in it. */
  readonly isOurs: boolean;
}

const fine: NameCheck = { findings: [], isOurs: true };

/** @param scope that inside the element. */
export function checkNames(node: XmlElementNode, scope: Scope, targetNamespace: string): NameCheck {
  const hasAttributes = node.attributes.length > 0;
  if (!hasAttributes && scope.get(prefixOf(node.name)) === targetNamespace) return fine;
  const wrong = elementProblem(node, scope, targetNamespace);
  const findings = [...attributeProblems(node, scope), ...(wrong === undefined ? [] : [wrong])];
  return { findings, isOurs: wrong === undefined };
}

function elementProblem(node: XmlElementNode, scope: Scope, target: string): Finding | undefined {
  const prefix = prefixOf(node.name);
  const namespace = scope.get(prefix);
  if (namespace === target) return undefined;
  if (namespace === undefined) return undeclared(node, prefix);
  const declaration = node.attributes.find(
    ({ name }) => name === (prefix === '' ? 'xmlns' : `xmlns:${prefix}`),
  );
  const range = declaration?.valueRange ?? node.nameRange;
  return {
    code: 'wrong-namespace',
    message: `The namespace of <${node.name}> is ${namespace === '' ? 'empty' : namespace}; the SOAP API’s is ${target}.`,
    range,
    severity: 'error',
    fixes: () =>
      declaration === undefined
        ? []
        : [{ title: 'Use the SOAP API’s namespace', edits: [{ range, newText: target }], safe: true }],
  };
}

function undeclared(node: XmlElementNode, prefix: string): Finding {
  return {
    code: 'undeclared-prefix',
    message: `The prefix ${prefix} is not declared.`,
    range: { start: node.nameRange.start, end: node.nameRange.start + prefix.length },
    severity: 'error',
    fixes: () => [
      {
        title: `Remove the prefix ${prefix}`,
        edits: nameEdits(node, localName(node.name)),
      },
    ],
  };
}

function* attributeProblems(node: XmlElementNode, scope: Scope): Generator<Finding> {
  for (const attribute of node.attributes) {
    const { name } = attribute;
    const prefix = prefixOf(name);
    if (name === 'xmlns' || prefix === 'xmlns' || prefix === 'xml') continue;
    if (prefix === '') yield withoutPrefix(attribute);
    else if (!scope.has(prefix)) yield undeclaredAttribute(attribute, prefix);
    else if (scope.get(prefix) === xsiNamespace && !['type', 'nil'].includes(localName(name)))
      yield meaningless(attribute);
    if (localName(name) === 'type' && scope.get(prefix) === xsiNamespace) yield* typePrefix(attribute, scope);
  }
}

/** The prefix of the type that `xsi:type` names. */
function typePrefix({ value, valueRange }: XmlAttribute, scope: Scope): Finding[] {
  const written = prefixOf(value);
  const prefix = written.trim();
  if (prefix === '' || scope.has(prefix) || hasVariable(value)) return [];
  const start = valueRange.start + written.indexOf(prefix);
  return [
    {
      code: 'undeclared-prefix',
      message: `The prefix ${prefix} is not declared.`,
      range: { start, end: start + prefix.length },
      severity: 'error',
      fixes: () => [
        {
          title: `Remove the prefix ${prefix}`,
          edits: [{ range: { start, end: valueRange.start + written.length + 1 }, newText: '' }],
          safe: true,
        },
      ],
    },
  ];
}

function withoutPrefix(attribute: XmlAttribute): Finding {
  const isXsi = attribute.name === 'type' || attribute.name === 'nil';
  if (!isXsi) return meaningless(attribute);
  const at = { start: attribute.nameRange.start, end: attribute.nameRange.start };
  return {
    code: 'unexpected-attribute',
    message: `Without its prefix, ${attribute.name} is not seen by the service: write xsi:${attribute.name}.`,
    range: attribute.nameRange,
    severity: 'error',
    fixes: () => [
      { title: `Write xsi:${attribute.name}`, edits: [{ range: at, newText: 'xsi:' }], safe: true },
    ],
  };
}

function undeclaredAttribute({ name, nameRange }: XmlAttribute, prefix: string): Finding {
  return {
    code: 'undeclared-prefix',
    message: `The prefix ${prefix} is not declared.`,
    range: { start: nameRange.start, end: nameRange.start + prefix.length },
    severity: 'error',
    fixes: () =>
      ['type', 'nil'].includes(localName(name))
        ? [
            {
              title: `Write xsi:${localName(name)}`,
              edits: [{ range: nameRange, newText: `xsi:${localName(name)}` }],
              safe: true,
            },
          ]
        : [],
  };
}

function meaningless({ name, nameRange, valueRange }: XmlAttribute): Finding {
  return {
    code: 'unexpected-attribute',
    message: `The service knows no attribute ${name}.`,
    range: nameRange,
    severity: 'warning',
    tag: 'unnecessary',
    fixes: () => [
      {
        title: `Delete ${name}`,
        edits: [{ range: { start: nameRange.start - 1, end: valueRange.end + 1 }, newText: '' }],
      },
    ],
  };
}
