import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { DENSITIES, SIZES, THEMES } from '../theme/presets.js';
import type { AttributeReader } from './attribute-reader.js';

type Host = ReactiveControllerHost & Record<'theme' | 'size' | 'density', unknown>;

/** Tells of a look that there is not. It is CSS that reads these attributes, and CSS says nothing. */
export class LookCheck implements ReactiveController {
  readonly #host: Host;
  readonly #reader: AttributeReader;

  constructor(host: Host, reader: AttributeReader) {
    this.#host = host;
    this.#reader = reader;
    host.addController(this);
  }

  hostUpdate(): void {
    const { theme, size, density } = this.#host;
    this.#reader.word('theme', theme, THEMES, undefined);
    this.#reader.word('size', size, SIZES, undefined);
    this.#reader.word('density', density, DENSITIES, undefined);
  }
}
