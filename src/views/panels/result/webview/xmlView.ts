/** Shows XML in colours. Colouring waits until the text is looked at. */
import hljs from 'highlight.js/lib/core';
import xml from 'highlight.js/lib/languages/xml';
import { button, element } from '../../webview/dom.ts';

hljs.registerLanguage('xml', xml);

export class XmlView {
  readonly element: HTMLElement;
  private readonly code = element('code');
  private readonly cutNote = element('span', { class: 'muted' });
  private text = '';
  private coloured = '';

  constructor(name: string, open: () => void) {
    const bar = element(
      'div',
      { class: 'xml-bar' },
      button('Open in Editor', 'go-to-file', open),
      this.cutNote,
    );
    this.element = element(
      'div',
      { class: 'xml' },
      bar,
      element('pre', { tabindex: '0', 'aria-label': name }, this.code),
    );
  }

  setText(text: string, isCut: boolean): void {
    this.text = text;
    this.cutNote.textContent = isCut ? 'Only the beginning is shown here; the editor shows all of it.' : '';
    if (!this.element.hidden) this.shown();
  }

  shown(): void {
    if (this.coloured === this.text) return;
    this.coloured = this.text;
    // The library escapes the text; what it adds is spans with class names alone.
    this.code.innerHTML = hljs.highlight(this.text, { language: 'xml' }).value;
  }
}
