/** What is found by the schema and the catalogue. One row each, and one line in `docs/rules/schema.md`. */

/** What each code means, in one line. */
export const schemaCodes: ReadonlyMap<string, string> = new Map([
  ['unknown-element', 'An element that its parent does not have'],
  ['unexpected-text', 'Text where only elements can stand'],
  ['missing-element', 'An element that is required'],
  ['duplicate-element', 'An element that may be there once'],
  ['excluded-element', 'Two elements of which a request has one'],
  ['element-order', 'Elements in another order than the schema’s'],
  ['wrong-type', 'A value that is none of its element’s type'],
  ['wrong-enumeration', 'A word that the enumeration does not have'],
  ['missing-xsi-type', 'An element that must say by xsi:type what it is'],
  ['unknown-xsi-type', 'An xsi:type that the catalogue does not have'],
  ['wrong-xsi-type', 'An xsi:type that cannot stand there'],
  ['wrong-namespace', 'An element in another namespace than the SOAP API’s'],
  ['undeclared-prefix', 'A prefix that is not declared'],
  ['unexpected-attribute', 'An attribute that the service does not know, or does not see'],
  ['unknown-object', 'An object that the catalogue does not have'],
  ['missing-key', 'Rows without the key of their data extension'],
  ['unsuitable-object', 'An object that the method does not take'],
  ['unknown-property', 'A property that the object does not have'],
  ['hidden-property', 'A property that cannot be retrieved'],
  ['credential-in-file', 'A token or password in the file'],
]);
