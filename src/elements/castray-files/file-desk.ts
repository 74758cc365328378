import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { addressBelow, pathSegments } from '../../model/file-address.js';
import { FILES_PATH, type RemoteFile } from '../../model/files.js';
import type { CompareNames } from '../../model/name-ranks.js';
import type { FileCatalogue } from '../../store/files/file-catalogue.js';
import { FilePreview } from './file-preview.js';
import { FileSelection } from './file-selection.js';
import type { AttributeReader } from '../attribute-reader.js';
import type { FilesSlice } from './files-slice.js';
import { FolderBrowser } from './folder-browser.js';
import { FILE_VIEWS, type FileView } from './folder-view.js';
import { ShownFiles } from './shown-files.js';

/** What the page and the user have asked for. */
export interface DeskSettings {
  readonly view: FileView;
  readonly filesPath: string;
  readonly search: string;
  readonly sort: string;
}

/** The files that lie before the user, from CastRay's list or a folder, and what is done with them. */
export class FileDesk implements ReactiveController {
  readonly selection: FileSelection;
  readonly preview: FilePreview;
  readonly folders: FolderBrowser;
  readonly shown: ShownFiles;
  /** Those that the search leaves out, too. */
  all: readonly RemoteFile[] = [];
  catalogue: FileCatalogue | undefined;
  server: string | undefined;
  readonly #host: HTMLElement;
  readonly #reader: AttributeReader;
  #service: string | undefined;
  #filesPath = '';

  constructor(host: ReactiveControllerHost & HTMLElement, reader: AttributeReader) {
    this.#host = host;
    this.#reader = reader;
    this.shown = new ShownFiles(reader);
    this.selection = new FileSelection(host);
    this.preview = new FilePreview(host);
    this.folders = new FolderBrowser(host, this.#leave);
    host.addController(this);
  }

  hostDisconnected(): void {
    queueMicrotask(() => {
      if (this.#host.isConnected) return; // it was moved in the page
      this.folders.browse(undefined, undefined);
      this.preview.close();
      this.selection.saver.reset();
    });
  }

  /** Before each render. */
  update(
    catalogue: FileCatalogue | undefined,
    slice: FilesSlice | undefined,
    { view, filesPath: given, search, sort }: DeskSettings,
    compare: CompareNames,
  ): void {
    const server = slice?.fileServer;
    const service = slice?.service;
    const filesPath = this.#reader.text('files-path', given, FILES_PATH);
    if (catalogue !== this.catalogue || service !== this.#service || filesPath !== this.#filesPath)
      this.#leave();
    this.catalogue = catalogue;
    this.#service = service;
    this.server = server;
    this.#filesPath = filesPath;
    if (this.#reader.word('view', view, FILE_VIEWS, 'list') === 'folders')
      this.folders.browse(catalogue, server);
    else this.folders.browse(undefined, undefined);
    const { opened } = this.folders;
    const read = opened?.result?.ok ? opened.result.files : undefined;
    this.all = (opened ? read : catalogue?.state.files) ?? [];
    this.shown.update(this.all, search, sort, compare);
  }

  get selected(): readonly RemoteFile[] {
    return this.selection.of(this.all);
  }

  /** Where a file is below the file server's root. */
  segmentsOf({ segment }: RemoteFile): readonly string[] {
    return [...(this.folders.opened?.segments ?? pathSegments(this.#filesPath)), segment];
  }

  readonly addressOf = (file: RemoteFile): string | undefined =>
    this.server === undefined ? undefined : addressBelow(this.server, this.segmentsOf(file));

  readonly save = (): void => {
    const { catalogue } = this;
    if (catalogue)
      this.selection.save(this.selected, (file) => {
        const segments = this.segmentsOf(file);
        return (signal) => catalogue.download(segments, signal);
      });
  };

  readonly refresh = (): void => {
    if (this.folders.opened) this.folders.refresh();
    else void this.catalogue?.load();
  };

  /** What was ticked and open is not among the files that come. */
  readonly #leave = (): void => {
    this.selection.clear();
    this.preview.close();
  };

  /** A box was ticked. */
  readonly ticked = ({ target }: Event): void => {
    if (!(target instanceof HTMLInputElement)) return;
    const { action } = target.dataset;
    const segment = segmentAt(target);
    const { selection, shown } = this;
    if (action === 'select-all')
      selection.set(
        shown.drawn.map((file) => file.segment),
        target.checked,
      );
    else if (action === 'select' && segment !== undefined) selection.set([segment], target.checked);
  };

  /** A name was pressed: a file is looked into. `undefined` unless it was that of a folder. */
  pressed({ target }: Event): readonly string[] | undefined {
    const button = target instanceof Element && target.closest('[part=name-button]');
    const segment = button ? segmentAt(button) : undefined;
    const file = this.all.find((one) => one.segment === segment);
    if (!file) return undefined;
    const segments = this.segmentsOf(file);
    if (file.isFolder) return segments;
    if (this.catalogue) void this.preview.toggle(file, segments, this.catalogue);
    return undefined;
  }
}

function segmentAt(element: Element): string | undefined {
  return element.closest<HTMLElement>('[data-row]')?.dataset['row'];
}
