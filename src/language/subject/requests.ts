/** All requests of a scratch file together, and what one of them can know of the others. */
import type { Catalogue } from '../../catalogue/index.ts';
import { ElementMemory } from '../schema/elementMemory.ts';
import type { ScratchFile, ScratchRequest } from '../scratch/model.ts';
import type { XmlElementNode } from '../xml/node.ts';
import { ownText } from '../xml/ownText.ts';
import { textAt } from './elements.ts';
import { Subject } from './subject.ts';

/** An object that a request acts on, and that says its key. */
export interface NamedObject {
  readonly element: XmlElementNode;
  readonly subject: Subject;
}

export interface NamedObjects {
  /** The objects of this type and key, in any case, that requests of the file act on. */
  named(type: string, key: string): readonly NamedObject[];
}

/** A name, and which object of its request has it. */
interface Name {
  readonly id: string;
  readonly index: number;
}

const namesOf = new ElementMemory<readonly Name[]>();

export class Requests implements NamedObjects {
  readonly catalogue: Catalogue;
  private readonly file: ScratchFile;
  private readonly subjects = new Map<ScratchRequest, Subject | undefined>();
  private byName: ReadonlyMap<string, readonly (readonly [Subject, number])[]> | undefined;

  constructor(file: ScratchFile, catalogue: Catalogue) {
    this.file = file;
    this.catalogue = catalogue;
  }

  /** In the order of the text; what is no request of the API is left out. */
  *all(): Generator<Subject> {
    for (const request of this.file.requests) {
      const subject = this.subjectOf(request);
      if (subject !== undefined) yield subject;
    }
  }

  subjectOf(request: ScratchRequest): Subject | undefined {
    if (this.subjects.has(request)) return this.subjects.get(request);
    const subject = Subject.of(this.file, request, this.catalogue);
    this.subjects.set(request, subject);
    return subject;
  }

  named(type: string, key: string): readonly NamedObject[] {
    this.byName ??= this.index();
    const places = this.byName.get(idOf(type, key)) ?? [];
    return places.flatMap(([subject, index]) => {
      const object = subject.objects[index];
      return object === undefined ? [] : [{ element: object.element, subject }];
    });
  }

  private index(): ReadonlyMap<string, readonly (readonly [Subject, number])[]> {
    const byName = new Map<string, (readonly [Subject, number])[]>();
    for (const subject of this.all()) {
      for (const { id, index } of this.namesIn(subject)) {
        const known = byName.get(id);
        if (known === undefined) byName.set(id, [[subject, index]]);
        else known.push([subject, index]);
      }
    }
    return byName;
  }

  private namesIn(subject: Subject): readonly Name[] {
    const known = namesOf.get(subject.message, this.catalogue);
    if (known !== undefined) return known;
    const names = subject.objects.flatMap(({ element, type = '' }, index) => {
      const key = textAt(element, 'CustomerKey');
      return key === undefined ? [] : [{ id: ownText(idOf(type, key)), index }];
    });
    namesOf.set(subject.message, this.catalogue, names);
    return names;
  }
}

function idOf(type: string, key: string): string {
  return `${type} ${key.toLowerCase()}`;
}
