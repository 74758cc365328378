import type { ReactiveControllerHost } from 'lit';
import { DENSITIES, SIZES, THEMES } from '../theme/presets.js';
import type { AttributeReader } from './attribute-reader.js';

const LOOKS = { theme: THEMES, size: SIZES, density: DENSITIES };

type Host = ReactiveControllerHost & Record<keyof typeof LOOKS, unknown>;

/** Tells of a look that there is not. It is CSS that reads these attributes, and CSS says nothing. */
export function checkLook(host: Host, reader: AttributeReader): void {
  host.addController({
    hostUpdate() {
      for (const [name, words] of Object.entries(LOOKS))
        reader.word<string, undefined>(name, host[name as keyof Host], words, undefined);
    },
  });
}
