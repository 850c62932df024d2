/** A drop-down list. */
import { element } from '../../webview/dom.ts';

type Option = string | readonly [value: string, label: string];

/** @param label said by screen readers. */
export function select(
  options: readonly Option[],
  chosen: string,
  label: string,
  changed: (value: string) => void,
): HTMLSelectElement {
  const created = element('select', { 'aria-label': label });
  for (const option of options) {
    const [value, text] = typeof option === 'string' ? [option, option] : option;
    created.append(element('option', { value }, text));
  }
  created.value = chosen;
  created.addEventListener('change', () => changed(created.value));
  return created;
}
