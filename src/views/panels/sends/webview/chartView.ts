/** A small chart of the number sent over time, in the theme's colours, with a table for who does not see it. */
import * as l10n from '@vscode/l10n';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { SendChart } from '../../../../shared/liveSendsMessages.ts';
import { element } from '../../webview/dom.ts';

const height = 96;

export class ChartView {
  readonly root: HTMLElement;
  private readonly picture = element('div', { class: 'chart', role: 'img' });
  private readonly rows = element('tbody');
  private readonly sizes = new ResizeObserver(() => this.fit());
  private readonly themes = new MutationObserver(() => this.redraw());
  private plot: uPlot | undefined;
  private drawn: SendChart | undefined;

  constructor() {
    const heads = [l10n.t('Time'), l10n.t('Number sent')].map((name) =>
      element('th', { scope: 'col' }, name),
    );
    const table = element('table', {}, element('thead', {}, element('tr', {}, ...heads)), this.rows);
    this.root = element(
      'div',
      {},
      this.picture,
      element('details', { class: 'numbers' }, element('summary', {}, l10n.t('Numbers as a table')), table),
    );
    this.sizes.observe(this.picture);
    // VS Code says on the body which theme is on.
    this.themes.observe(document.body, { attributes: true, attributeFilter: ['class'] });
  }

  update(chart: SendChart | undefined): void {
    this.root.hidden = chart === undefined;
    this.drawn = chart;
    if (chart === undefined) return;
    this.picture.ariaLabel = chart.description;
    this.rows.replaceChildren(
      ...chart.rows.map(([time, numberSent]) =>
        element('tr', {}, element('td', {}, time), element('td', { class: 'number' }, numberSent)),
      ),
    );
    if (this.plot === undefined) this.draw(chart);
    else this.plot.setData(dataOf(chart));
  }

  dispose(): void {
    this.sizes.disconnect();
    this.themes.disconnect();
    this.plot?.destroy();
  }

  private redraw(): void {
    this.plot?.destroy();
    this.plot = undefined;
    if (this.drawn !== undefined) this.draw(this.drawn);
  }

  private fit(): void {
    const width = this.picture.clientWidth;
    if (width > 0 && this.plot?.width !== width) this.plot?.setSize({ width, height });
  }

  /** From nothing to everybody; where there is no end, what can be seen of the growth. */
  private rangeOf(lowest: number, highest: number): [number, number] {
    const audience = this.drawn?.audience;
    return audience === undefined
      ? [lowest, Math.max(lowest + 1, highest)]
      : [0, Math.max(1, audience, highest)];
  }

  private draw(chart: SendChart): void {
    const line = colour('--vscode-charts-blue', '--vscode-foreground');
    const text = colour('--vscode-descriptionForeground');
    const grid = { stroke: colour('--vscode-widget-border', '--vscode-panel-border'), width: 1 };
    const axis = {
      stroke: text,
      grid,
      ticks: { show: false },
      font: `11px ${colour('--vscode-font-family')}`,
    };
    this.plot = new uPlot(
      {
        width: Math.max(this.picture.clientWidth, 120),
        height,
        legend: { show: false },
        cursor: { show: false },
        scales: { y: { range: (_, lowest, highest) => this.rangeOf(lowest, highest) } },
        axes: [
          { ...axis, size: 20, space: 90, values: (_, times) => timeTexts(times) },
          {
            ...axis,
            size: 52,
            splits: (_, __, lowest, highest) => [lowest, (lowest + highest) / 2, highest],
            values: (_, numbers) => numberTexts(numbers),
          },
        ],
        series: [
          {},
          {
            stroke: line,
            fill: `color-mix(in srgb, ${line} 15%, transparent)`,
            width: 2,
            points: { show: false },
          },
        ],
      },
      dataOf(chart),
      this.picture,
    );
  }
}

function dataOf({ times, numbers }: SendChart): uPlot.AlignedData {
  return [times.map((time) => time / 1000), [...numbers]];
}

/** With seconds where minutes would not tell them apart. @param times seconds since the epoch, as the chart counts */
function timeTexts(times: readonly number[]): string[] {
  const isShort = (times.at(-1) ?? 0) - (times[0] ?? 0) < 600;
  const timeStyle = isShort ? 'medium' : 'short';
  return times.map((seconds) => new Date(seconds * 1000).toLocaleTimeString(undefined, { timeStyle }));
}

/** Short, unless the short form would not tell them apart. */
function numberTexts(numbers: readonly number[]): string[] {
  const [lowest = 0, highest = 0] = [numbers[0], numbers.at(-1)];
  const isNarrow = highest - lowest < highest / 10;
  const format = Intl.NumberFormat(undefined, isNarrow ? {} : { notation: 'compact' });
  return numbers.map((number) => format.format(Math.round(number)));
}

/** The theme's colour under the first of these names that it has. */
function colour(...names: readonly string[]): string {
  const style = getComputedStyle(document.body);
  return names.map((name) => style.getPropertyValue(name).trim()).find((value) => value !== '') ?? 'gray';
}
