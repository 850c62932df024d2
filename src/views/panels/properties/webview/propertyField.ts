/** The field in which a property is changed: a text, or a choice where the schema has only so many words. */
import type { PropertyRow } from '../../../../shared/propertiesMessages.ts';
import { element } from '../../webview/dom.ts';

export interface PropertyField {
  readonly element: HTMLInputElement | HTMLSelectElement;
  show(row: PropertyRow, isBusy: boolean): void;
}

/** @param changed called with what was typed, as it is typed */
export function propertyField(row: PropertyRow, changed: (value: string) => void): PropertyField {
  const words = row.input === 'boolean' ? ['true', 'false'] : row.choices;
  const field = words === undefined ? element('input', { type: 'text' }) : choice(words);
  field.setAttribute('aria-label', row.path);
  field.addEventListener('input', () => changed(field.value));
  return {
    element: field,
    show: ({ value, edited, problem }, isBusy) => {
      const shown = edited ?? value ?? '';
      // What is being typed arrives here again a moment later: it must not overtake the person.
      if (document.activeElement !== field || isBusy || edited === undefined) {
        if (field.value !== shown) field.value = shown;
      }
      field.disabled = isBusy;
      field.setAttribute('aria-invalid', String(problem !== undefined));
    },
  };
}

/** What the service sends need not be among the words of the schema: that choice is the empty one. */
function choice(words: readonly string[]): HTMLSelectElement {
  return element(
    'select',
    {},
    ...['', ...words].map((value) => element('option', { value }, value === '' ? '—' : value)),
  );
}
