import type { PropertyValues, ReactiveController, ReactiveControllerHost } from 'lit';
import type { AttributeReader } from '../attribute-reader.js';
import { ViewChangeEvent } from '../events/view-change-event.js';
import { readSettings } from './list-settings.js';
import { ViewMemory } from './view-memory.js';
import { readView, writeView, type ViewAttributes } from './view-state.js';

type Host = ReactiveControllerHost &
  EventTarget &
  ViewAttributes & { viewState: string; persist: string };

/** Keeps a list's view as one text, tells of its changes, and remembers it where that is wished. */
export class ViewKeeper implements ReactiveController {
  readonly #host: Host;
  readonly #reader: AttributeReader;
  readonly #memory = new ViewMemory((kept) => {
    this.#host.viewState = kept;
  });
  #told: string | undefined;

  constructor(host: Host, reader: AttributeReader) {
    this.#host = host;
    this.#reader = reader;
    host.addController(this);
  }

  /** Before each update: what was asked for as a text comes before single attributes. */
  settle(changed: PropertyValues<Host>): void {
    const host = this.#host;
    let asked = host.viewState === (this.#told ?? '') ? undefined : host.viewState;
    if (changed.has('persist')) {
      this.#memory.key = this.#reader.text('persist', host.persist, '');
      asked = this.#memory.read() ?? asked;
    }
    if (asked !== undefined) Object.assign(host, readView(asked));
    host.viewState = writeView(readSettings(this.#reader, host));
  }

  hostConnected(): void {
    this.#memory.start();
  }

  hostUpdated(): void {
    const { viewState } = this.#host;
    if (viewState === this.#told) return;
    const isFirst = this.#told === undefined;
    this.#told = viewState;
    if (isFirst) return;
    this.#memory.keep(viewState);
    this.#host.dispatchEvent(new ViewChangeEvent(viewState));
  }

  hostDisconnected(): void {
    this.#memory.stop();
  }
}
