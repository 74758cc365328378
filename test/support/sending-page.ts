import type { LitElement } from 'lit';
import { visibleText } from './cluster-page.js';
import { ShadowPage } from './shadow-page.js';

/** What transfers and uploads have in common: a row for each file, and events of its start and end. */
export class SendingPage<E extends LitElement> extends ShadowPage<E> {
  /** What happened, name and state of each event, such as `start a.txt sending`. */
  readonly events: string[] = [];

  /** Each file with its state, in words, from top to bottom; of one group where one is named. */
  rows(group?: string): string[] {
    const rows = this.all(group === undefined ? 'li' : `[data-group='${group}'] li`);
    return rows.map((row) => {
      const [name, state] = ['name', 'state'].map((part) => row.querySelector(`[part='${part}']`)!);
      return `${visibleText(name!)}: ${visibleText(state!)}`;
    });
  }

  /** Writes an event down. */
  protected note(type: string, name: string, state: string): void {
    this.events.push(`${type.split('-').at(-1)} ${name} ${state}`);
  }
}
