/** A program for Python with zeep, which reads the WSDL. */
import { heading, textExpression } from '../environment.ts';
import type { CodeElement, CodeRequest } from '../request.ts';
import { indented, isComplex, kindOf, propertiesOf, type Property } from '../shape.ts';
import type { Target } from '../target.ts';

const step = '    ';

export const python: Target = {
  id: 'python',
  label: 'Python (zeep)',
  detail: 'pip install zeep',
  language: 'python',
  ending: 'py',
  write: (request) => {
    const { operation, message } = request;
    const body = propertiesOf(message).map((property) => argument(property, request));
    return `${heading(request, 'Run: pip install zeep, then python request.py')
      .map((line) => `# ${line}`)
      .join('\n')}
import json
import os
from urllib.request import Request, urlopen

from lxml import etree
from zeep import Client, xsd


def sign_in():
    grant = {
        "grant_type": "client_credentials",
        "client_id": os.environ["MC_CLIENT_ID"],
        "client_secret": os.environ["MC_CLIENT_SECRET"],
    }
    if "MC_ACCOUNT_ID" in os.environ:
        grant["account_id"] = os.environ["MC_ACCOUNT_ID"]
    address = os.environ["MC_AUTH_URL"].rstrip("/") + "/v2/token"
    request = Request(address, json.dumps(grant).encode(), {"Content-Type": "application/json"})
    with urlopen(request) as response:
        return json.load(response)


access = sign_in()
client = Client(access["soap_instance_url"].rstrip("/") + "/etframework.wsdl")
api = client.type_factory("${request.catalogue.targetNamespace}")
token = etree.Element("{http://exacttarget.com}fueloauth")
token.text = access["access_token"]

answer = client.service.${operation}(
${[...body, '_soapheaders=[token]'].map((line) => `${step}${indented(line, step)},\n`).join('')})
print(answer)
`;
  },
};

function argument({ name, isMany, elements: [first, ...others] }: Property, request: CodeRequest): string {
  if (!isMany) return `${name}=${value(first, request)}`;
  const items = [first, ...others].map((element) => `${step}${indented(value(element, request), step)},\n`);
  return `${name}=[\n${items.join('')}]`;
}

function value(element: CodeElement, request: CodeRequest): string {
  if (element.isNil) return 'xsd.Nil';
  if (!isComplex(element, request.catalogue)) return simpleValue(element, request);
  const inner = propertiesOf(element).map((property) => argument(property, request));
  // Types without a name have no constructor; for them, and for their parents, a dictionary does.
  const { type } = element;
  if (type === undefined || type.includes('/')) {
    const entries = inner.map((entry) => entry.replace(/^([^=]+)=/, '"$1": '));
    return entries.length === 0
      ? '{}'
      : `{\n${entries.map((entry) => `${step}${indented(entry, step)},\n`).join('')}}`;
  }
  if (inner.length === 0) return `api.${type}()`;
  return `api.${type}(\n${inner.map((entry) => `${step}${indented(entry, step)},\n`).join('')})`;
}

function simpleValue({ type, text }: CodeElement, { catalogue }: CodeRequest): string {
  const [only] = text;
  if (text.length === 1 && typeof only === 'string') {
    const kind = kindOf(type, catalogue);
    const trimmed = only.trim();
    if (kind === 'boolean') return /^(?:true|1)$/.test(trimmed) ? 'True' : 'False';
    if ((kind === 'integer' || kind === 'long') && /^-?\d+$/.test(trimmed)) return String(BigInt(trimmed));
  }
  return textExpression(text, syntax);
}

const syntax = {
  // What JSON escapes, Python reads the same.
  literal: (text: string): string => JSON.stringify(text),
  variable: (name: string): string => `os.environ["${name}"]`,
  join: ' + ',
};
