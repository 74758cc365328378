import type { ReactiveControllerHost } from 'lit';
import type { FileCatalogue, FolderResult } from '../../store/files/file-catalogue.js';

/** The folder of the file server that is shown; without a result until it has been read. */
export interface OpenFolder {
  /** Below the server's root, as they stand in an address. */
  readonly segments: readonly string[];
  readonly result?: FolderResult | undefined;
  readonly isLoading: boolean;
}

/** Walks through the folders of the file server. */
export class FolderBrowser {
  readonly #host: ReactiveControllerHost;
  readonly #moved: () => void;
  #catalogue: FileCatalogue | undefined;
  #server: string | undefined;
  /** Another object after each change; `undefined` while CastRay's list is shown. */
  opened: OpenFolder | undefined;

  /** `moved`: what is shown are other files from now on. */
  constructor(host: ReactiveControllerHost, moved: () => void) {
    this.#host = host;
    this.#moved = moved;
  }

  /** Shows the folders of a server, from its root, or none. */
  browse(catalogue: FileCatalogue | undefined, server: string | undefined): void {
    if (catalogue === this.#catalogue && server === this.#server) return;
    this.#catalogue = catalogue;
    this.#server = server;
    this.opened = undefined;
    this.#moved();
    if (catalogue && server !== undefined) this.open([]);
  }

  open(segments: readonly string[]): void {
    this.#moved();
    void this.#read({ segments, isLoading: true });
  }

  /** Reads the folder again; what is shown stays until then. */
  refresh(): void {
    if (this.opened) void this.#read({ ...this.opened, isLoading: true });
  }

  async #read(opening: OpenFolder): Promise<void> {
    this.#show(opening);
    const result = await this.#catalogue?.folder(opening.segments);
    // the user may be elsewhere by now
    if (result && this.opened === opening) this.#show({ ...opening, result, isLoading: false });
  }

  #show(folder: OpenFolder): void {
    this.opened = folder;
    this.#host.requestUpdate();
  }
}
