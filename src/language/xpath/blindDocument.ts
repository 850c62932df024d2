/** Reads XML into a tree in which an XPath finds elements by their local names, whatever their namespaces. */
import { SaxesParser } from 'saxes';
import { BlindDocument, BlindElement, BlindText } from './blindTree.ts';

/**
 * Reads the answers to one request as one document: the first, with the results of the others behind its own. What else
 * the message holds, its status and its request id, is that of the last.
 * @throws Error when a text is not well-formed.
 */
export function readJoinedDocument([first = '', ...others]: readonly string[]): BlindDocument {
  const document = readDocument(first);
  const message = messageIn(document);
  if (message === undefined || others.length === 0) return document;
  const results: BlindElement[] = [];
  let heads: BlindElement[] = [];
  for (const answer of [message, ...others.map((other) => messageIn(readDocument(other)))]) {
    const content = elementsIn(answer);
    for (const element of content) if (element.localName === 'Results') results.push(element);
    heads = content.filter(({ localName }) => localName !== 'Results');
  }
  message.replaceChildren([...results, ...heads]);
  return document;
}

/** Namespaces and prefixes are left out, and so are the declarations of namespaces. */
function readDocument(xml: string): BlindDocument {
  const document = new BlindDocument();
  const open: (BlindDocument | BlindElement)[] = [document];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ local, attributes }) => {
    const element = new BlindElement(local);
    for (const { uri, local: name, value } of Object.values(attributes)) {
      if (uri !== 'http://www.w3.org/2000/xmlns/') element.setAttribute(name, value);
    }
    open.at(-1)?.append(element);
    open.push(element);
  });
  const addText = (text: string): void => {
    // Blanks around the root element belong to nothing.
    if (open.length > 1) open.at(-1)?.append(new BlindText(text));
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  return document;
}

/** What the body of an envelope holds. */
function messageIn(document: BlindDocument): BlindElement | undefined {
  const [envelope] = elementsIn(document);
  const body = elementsIn(envelope).find(({ localName }) => localName === 'Body');
  return elementsIn(body)[0];
}

function elementsIn(parent: BlindDocument | BlindElement | undefined): BlindElement[] {
  return (parent?.childNodes ?? []).filter((node) => node instanceof BlindElement);
}
