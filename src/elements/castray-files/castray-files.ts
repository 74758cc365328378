import {
  html,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { guard } from 'lit/directives/guard.js';
import { ClusterController, sameFields } from '../../context/cluster-controller.js';
import { StorePart } from '../../context/store-part.js';
import { addressBelow, pathSegments } from '../../model/file-address.js';
import { plainName } from '../../model/fields.js';
import { totalSize, type FileSortKey, type RemoteFile } from '../../model/files.js';
import { isKnown } from '../../model/unknown.js';
import type { FileCatalogue, FileListState } from '../../store/files/file-catalogue.js';
import { filesOf } from '../../store/files/files-of.js';
import { filesCatalogue, type FilesMessages } from '../../text/files.js';
import { CastrayElement } from '../castray-element.js';
import { emptyPanel } from '../parts/empty-panel.js';
import { situation } from '../parts/situation.js';
import { filesStyles } from './castray-files.styles.js';
import { nothingPanel, oldNotices, reachLine, waitingPanel } from './file-panels.js';
import { FileSaver } from './file-saver.js';
import { fileTable } from './file-table.js';
import { selectionBar, toolbar } from './file-toolbar.js';
import { FilePreview } from './file-preview.js';
import { previewPanel } from './preview-panel.js';
import { nextSort } from './file-view.js';
import { ShownFiles } from './shown-files.js';
import { filesSlice, type FilesSlice } from './files-slice.js';

/**
 * The files that CastRay offers, with search and order, a look into them, and links that download
 * them from the file server. Given a block size, it scrolls inside itself, under a header that stays.
 *
 * @fires {FilePreviewEvent} castray-file-preview - The user looks into a file that has been read: `event.file`, `event.content`.
 * @slot toolbar - More controls, at the end of the toolbar.
 * @csspart frame - The box around everything.
 * @csspart toolbar - Search and refresh.
 * @csspart search - The input of the search.
 * @csspart refresh-button - Asks for the list anew.
 * @csspart reach - What is known of the file server.
 * @csspart status - How many files are shown, and how old the list is.
 * @csspart selection - What can be done with the selected files.
 * @csspart download-selected - Saves the selected files.
 * @csspart saving - How far saving them has come.
 * @csspart scroller - What scrolls, where the element's block size is limited.
 * @csspart table - The table.
 * @csspart header-row - The row of column headers.
 * @csspart header-cell - One column header.
 * @csspart sort-button - The button in a column header.
 * @csspart row - One file's row.
 * @csspart cell - One cell.
 * @csspart name - A file's name.
 * @csspart name-button - The button around it, which shows what is in the file.
 * @csspart preview - What is in a file.
 * @csspart source - A file's text.
 * @csspart image - A picture.
 * @csspart flight - A flight order as a table.
 * @csspart download-link - The link to a file.
 * @csspart notice - A line about a list that is not as it should be.
 * @csspart empty - What stands there while there is nothing to show.
 * @csspart upload - The `<castray-upload>`, where the page allows it.
 * @csspart clear-button - Shows all files again where none matched.
 * @cssproperty --castray-surface - Background.
 * @cssproperty --castray-surface-raised - Background of the table's header.
 * @cssproperty --castray-border - Lines.
 * @cssproperty --castray-text - Colour of the text.
 * @cssproperty --castray-text-muted - Colour of what matters less.
 * @cssproperty --castray-accent - Colour of links and of focus.
 */
export class CastrayFiles extends CastrayElement<FilesMessages> {
  protected override readonly catalogue = filesCatalogue;

  static override styles = filesStyles;

  static override properties: PropertyDeclarations = {
    actions: {},
    filesPath: { attribute: 'files-path', useDefault: true },
    search: { useDefault: true },
    sort: { reflect: true, useDefault: true },
  };

  /** What the page allows: `upload` shows a `<castray-upload>` below the list; nothing unless given. */
  actions = '';

  /** The folder of the file server in which the files that CastRay offers are found. */
  filesPath = 'demo_files/';

  /** Words that must stand in a file's name. */
  search = '';

  /** `name`, `type`, `size` or `modified`, then `asc` (the default) or `desc`: `size desc`. */
  sort = '';

  readonly #cluster = new ClusterController<FilesSlice>(this, {
    select: filesSlice,
    isSame: sameFields,
    providerId: () => this.provider,
  });
  readonly #files = new StorePart<FileListState, FileCatalogue>(
    this,
    () => this.#cluster.store,
    filesOf,
  );
  readonly #saver = new FileSaver(this);
  readonly #preview = new FilePreview(this);
  /** Segments of the selected files; another set after each change. */
  #selected: ReadonlySet<string> = new Set();
  readonly #shown = new ShownFiles();
  #all: readonly RemoteFile[] = [];
  #announcement = '';

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    root.addEventListener('change', this.#changed);
    root.addEventListener('click', this.#clicked);
    return root;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#all = this.#files.part?.state.files ?? [];
    this.#shown.update(this.#all, this.search, this.sort, this.format.compare);
    if (changed.has('search') && this.hasUpdated) this.#announcement = this.#countText();
  }

  protected override render(): TemplateResult {
    const title = this.text.files.title(this.#cluster.value?.label ?? '');
    return html`<div class="frame" part="frame" role="group" aria-label=${title}>
      ${this.#body(title)}
      ${
        typeof this.actions === 'string' && this.actions.split(' ').includes('upload')
          ? html`<castray-upload part="upload" .provider=${this.provider}></castray-upload>`
          : nothing
      }
      <p class="visually-hidden" role="status">${this.#announcement}</p>
    </div>`;
  }

  #body(title: string): TemplateResult {
    const { text } = this;
    const slice = this.#cluster.value;
    const list = this.#files.part?.state;
    if (!list || !slice?.isConfigured) return this.#noService();
    const { fileServer } = slice;
    const above = html`${toolbar({
      text,
      search: this.search,
      isLoading: list.isLoading,
      onSearch: this.#searched,
      onRefresh: this.#refresh,
    })}
    ${reachLine(fileServer, list.serverAnswers, text)}`;
    if (!list.files) return html`${above} ${waitingPanel(list.problem, text, this.#refresh)}`;
    return html`${above} ${oldNotices(list, text, this.ago)} ${this.#status()} ${this.#selection()}
      <div class="scroller" part="scroller">
        ${
          this.#shown.files.length > 0
            ? this.#rows(title)
            : nothingPanel(this.#all.length > 0, text, this.#clearSearch)
        }
      </div>`;
  }

  #noService(): TemplateResult {
    const now = situation(this.#cluster.attachment, undefined);
    const reason = this.#cluster.value ? 'unconfigured' : (now.empty ?? 'no-provider');
    const { reconnect } = this.#cluster;
    const { text, provider } = this;
    return emptyPanel(reason, now, { text, provider, reconnect, resume: reconnect });
  }

  #status(): TemplateResult {
    const receivedAt = this.#files.part?.state.receivedAt;
    const { of } = this.text.age;
    return html`<p class="status small muted" part="status">
      <span>${this.#countText()}</span>
      ${receivedAt === undefined ? nothing : html`<span>${of(this.ago(receivedAt))}</span>`}
    </p>`;
  }

  #countText(): string {
    const { text, format } = this;
    const all = this.#all.length;
    const size = totalSize(this.#shown.files);
    const sizeText = isKnown(size) ? format.bytes(size) : '';
    return text.files.shown(
      format.number(this.#shown.files.length),
      format.number(all),
      all,
      sizeText,
    );
  }

  #selection(): TemplateResult | typeof nothing {
    const files = this.#selectedFiles();
    return selectionBar({
      text: this.text,
      format: this.format,
      files,
      addresses: files.flatMap((file) => this.#addressOf(file) ?? []),
      saving: this.#saver.state,
      onDownload: this.#saveSelected,
    });
  }

  #rows(title: string): unknown {
    const { text, format } = this;
    const { files } = this.#shown;
    const selected = this.#selected;
    const server = this.#cluster.value?.fileServer;
    const { shown } = this.#preview;
    return guard([files, selected, server, this.filesPath, text, title, shown], () =>
      fileTable(files, {
        title,
        text,
        format,
        sort: this.#shown.order,
        sortBy: this.#sortBy,
        isSelected: ({ segment }) => selected.has(segment),
        areAllSelected: files.every(({ segment, isFolder }) => isFolder || selected.has(segment)),
        opened: shown?.file,
        openedView: shown && previewPanel(shown, text, format),
        addressOf: this.#addressOf,
      }),
    );
  }

  /** Where a file is below the file server's root. */
  #segmentsOf({ segment }: RemoteFile): readonly string[] {
    return [...pathSegments(this.filesPath), segment];
  }

  readonly #addressOf = (file: RemoteFile): string | undefined => {
    const server = this.#cluster.value?.fileServer;
    return server === undefined ? undefined : addressBelow(server, this.#segmentsOf(file));
  };

  #selectedFiles(): readonly RemoteFile[] {
    return this.#all.filter(({ segment }) => this.#selected.has(segment));
  }

  readonly #changed = ({ target }: Event): void => {
    if (!(target instanceof HTMLInputElement)) return;
    const { action } = target.dataset;
    const segment = target.closest<HTMLElement>('[data-file]')?.dataset['file'];
    if (action === 'select-all')
      this.#select(
        this.#shown.files.map((file) => file.segment),
        target.checked,
      );
    else if (action === 'select' && segment !== undefined) this.#select([segment], target.checked);
  };

  readonly #clicked = ({ target }: Event): void => {
    if (!(target instanceof Element) || !target.closest('[data-action=preview]')) return;
    const segment = target.closest<HTMLElement>('[data-file]')?.dataset['file'];
    const file = this.#all.find((one) => one.segment === segment);
    const catalogue = this.#files.part;
    if (file && catalogue) void this.#preview.toggle(file, this.#segmentsOf(file), catalogue);
  };

  #select(segments: readonly string[], isSelected: boolean): void {
    const selected = new Set(this.#selected);
    for (const segment of segments) {
      if (isSelected) selected.add(segment);
      else selected.delete(segment);
    }
    this.#selected = selected;
    this.#saver.reset();
    this.requestUpdate();
  }

  readonly #saveSelected = (): void => {
    const catalogue = this.#files.part;
    if (!catalogue) return;
    const files = this.#selectedFiles().map((file) => {
      const segments = this.#segmentsOf(file);
      const fetch = (signal: AbortSignal) => catalogue.download(segments, signal);
      return { name: plainName(file.name), fetch };
    });
    void this.#saver.save(files);
  };

  readonly #searched = ({ target }: Event): void => {
    if (target instanceof HTMLInputElement) this.search = target.value;
  };

  readonly #clearSearch = (): void => {
    this.search = '';
  };

  readonly #sortBy = (key: FileSortKey): void => {
    this.sort = nextSort(this.#shown.order, key);
  };

  readonly #refresh = (): void => {
    void this.#files.part?.load();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'castray-files': CastrayFiles;
  }
}
