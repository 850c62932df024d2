/** What a script computes, and so cannot be taken over: each a variable of the request, with what the script has there. */
import { TextDocument } from 'vscode-languageserver-textdocument';

/** Longest piece of a script that a comment quotes, in characters. */
const longest = 160;

export class Origins {
  private readonly script: string;
  private readonly origins = new Map<string, string>();
  /** Names that the script has already, in lower case. */
  private readonly taken: ReadonlySet<string>;
  private readonly lines: TextDocument;
  private count = 0;

  constructor(script: string) {
    this.script = script;
    this.taken = new Set(script.toLowerCase().match(/\bvalue\d+\b/g) ?? []);
    this.lines = TextDocument.create('', 'script', 0, script);
  }

  /** A variable for what stands between two offsets, to be defined by whoever runs the request. */
  computed(start: number, end: number): string {
    let name: string;
    do {
      this.count += 1;
      name = `value${String(this.count)}`;
    } while (this.taken.has(name));
    this.set(name, start, end);
    return `{{${name}}}`;
  }

  /** A variable of the script is computed there. */
  set(name: string, start: number, end: number): void {
    this.origins.set(name, this.quote(start, end));
  }

  /** A variable of the script has a value that is known. */
  forget(name: string): void {
    this.origins.delete(name);
  }

  /** What the script has between two offsets, on one line, and on which line. */
  quote(start: number, end: number): string {
    const words = this.script.slice(start, Math.min(end, start + 2 * longest)).replaceAll(/\s+/g, ' ');
    const text = words.length > longest ? `${words.slice(0, longest)}…` : words;
    const line = this.lines.positionAt(start).line + 1;
    return `${text} (line ${String(line)} of the script)`;
  }

  /** One line for each variable of a text that the script computes. */
  notesOn(text: string): string[] {
    const names = new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name));
    return [...names].flatMap((name) => {
      const origin = this.origins.get(name);
      return origin === undefined ? [] : [`The script computes ${name}: ${origin}`];
    });
  }
}
