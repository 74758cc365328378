import {
  html,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { ClusterController } from '../../context/cluster-controller.js';
import { StorePart } from '../../context/store-part.js';
import { FILES_PATH, type FileSortKey } from '../../model/files.js';
import { sameFields } from '../../model/reuse.js';
import { writeSort } from '../../model/sort.js';
import type { FileCatalogue, FileListState } from '../../store/files/file-catalogue.js';
import { filesOf } from '../../store/files/files-of.js';
import { filesCatalogue, type FilesMessages } from '../../text/files.js';
import { CastrayElement } from '../castray-element.js';
import { clusterTitle } from '../parts/cluster-title.js';
import { FocusKeeper } from '../parts/focus-keeper.js';
import { filesStyles } from './castray-files.styles.js';
import { noServicePanel, oldNotices, reachLine, waitingPanel } from './file-panels.js';
import { toolbar } from './file-toolbar.js';
import { FileDesk } from './file-desk.js';
import { nextFileSort } from './file-view.js';
import { filesSlice, type FilesSlice } from './files-slice.js';
import type { OpenFolder } from './folder-browser.js';
import { breadcrumbs, folderPanel, viewChoice, type FileView } from './folder-view.js';
import { listedFiles } from './listed-files.js';
import { countText } from './shown-files.js';

const ACTIONS = ['upload'] as const;

/**
 * The files that CastRay offers, or the folders of the file server, with search and order, a look into
 * the files, and links that download them from the file server. Given a block size, it scrolls inside
 * itself, under a header that stays.
 *
 * @fires {FilePreviewEvent} castray-file-preview - The user looks into a file that has been read: `event.file`, `event.content`.
 * @slot toolbar - More controls, at the end of the toolbar.
 * @csspart frame - The box around everything.
 * @csspart toolbar - Where the files come from, search, and refresh.
 * @csspart view-button - One of the two that choose between CastRay's list and the file server's folders.
 * @csspart breadcrumbs - The way to the folder that is shown.
 * @csspart crumb - One folder on that way.
 * @csspart header - What the file server has to send, where it lets the page read nothing.
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
 * @csspart name-button - The button around it, which shows what is in the file, or opens the folder.
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
 * @cssproperty --castray-accent - Colour of links, of focus, and of what is chosen.
 */
export class CastrayFiles extends CastrayElement<FilesMessages> {
  protected override readonly catalogue = filesCatalogue;

  static override styles = filesStyles;

  static override properties: PropertyDeclarations = {
    actions: { useDefault: true },
    filesPath: { attribute: 'files-path', useDefault: true },
    search: { useDefault: true },
    sort: { reflect: true, useDefault: true },
    view: { reflect: true, useDefault: true },
  };

  /** What the page allows: `upload` shows a `<castray-upload>` below the list; nothing unless given. */
  actions = '';

  /** The folder of the file server in which the files that CastRay offers are found. */
  filesPath: string = FILES_PATH;

  /** Words that must stand in a file's name. */
  search = '';

  /** `name`, `type`, `size` or `modified`, then `asc` (the default) or `desc`: `size desc`. */
  sort = '';

  /** `list`: what CastRay offers; `folders`: the file server's folders, which it must let pages read. */
  view: FileView = 'list';

  readonly #cluster = new ClusterController<FilesSlice>(this, filesSlice, sameFields);
  readonly #files = new StorePart<FileListState, FileCatalogue>(
    this,
    () => this.#cluster.store,
    filesOf,
  );
  readonly #desk = new FileDesk(this, this.attributeReader);
  /** The folder that was last told of. */
  #told: OpenFolder | undefined;

  constructor() {
    super();
    new FocusKeeper(this);
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    root.addEventListener('change', this.#desk.ticked);
    root.addEventListener('click', this.#clicked);
    return root;
  }

  /** After the controllers, which know of the provider by now. */
  protected override update(changed: PropertyValues<this>): void {
    this.#desk.update(this.#files.part, this.#cluster.value, this, this.format.compare);
    const { all, shown, folders } = this.#desk;
    const { opened } = folders;
    const isRead = opened && opened !== this.#told;
    if ((isRead || (this.hasUpdated && changed.has('search'))) && !opened?.isLoading) {
      this.announce(
        opened?.result?.ok === false
          ? this.text.files.folders.failed
          : countText(shown.files, all, this.text, this.format),
      );
    }
    this.#told = opened;
    super.update(changed);
  }

  protected override render(): TemplateResult {
    const title = clusterTitle(this.text.files.title, this.#cluster.value?.label);
    return html`<div class="frame" part="frame" role="group" aria-label=${title}>
      ${this.#body(title)}
      ${
        this.attributeReader.words('actions', this.actions, ACTIONS).has('upload')
          ? html`<castray-upload part="upload" .provider=${this.provider}></castray-upload>`
          : nothing
      }
      <p class="visually-hidden" role="status">${this.announcement}</p>
    </div>`;
  }

  #body(title: string): TemplateResult {
    const { text } = this;
    const slice = this.#cluster.value;
    const list = this.#files.part?.state;
    if (!list || slice?.service === undefined)
      return noServicePanel(this.#cluster, text, this.provider);
    const { fileServer } = slice;
    const { folders, refresh } = this.#desk;
    const { opened } = folders;
    return html`${toolbar({
      text,
      search: this.search,
      isLoading: (opened ?? list).isLoading,
      choice: fileServer && viewChoice(opened ? 'folders' : 'list', text, this.#chooseView),
      onSearch: this.#searched,
      onRefresh: refresh,
    })}
    ${reachLine(fileServer, list.serverAnswers, text)}
    ${opened && fileServer ? this.#folder(opened, fileServer, title) : this.#list(list, title)}`;
  }

  #list(list: FileListState, title: string): TemplateResult {
    const { text } = this;
    if (!list.files) return waitingPanel(list.problem, text, this.#desk.refresh);
    return html`${oldNotices(list, text, this.ago)} ${this.#listed(list.receivedAt, title)}`;
  }

  #folder({ segments, result }: OpenFolder, server: string, title: string): TemplateResult {
    const { text } = this;
    return html`${breadcrumbs(server, segments, text, this.#open)}
    ${
      !result
        ? waitingPanel(undefined, text, this.#desk.refresh)
        : result.ok
          ? this.#listed(result.receivedAt, title)
          : folderPanel(result.problem, server, text, this.#desk.refresh)
    }`;
  }

  #listed(receivedAt: number | undefined, title: string): TemplateResult {
    const { text, format, filesPath } = this;
    return listedFiles(this.#desk, {
      title,
      text,
      format,
      filesPath,
      age: receivedAt === undefined ? '' : text.age.of(this.ago(receivedAt)),
      sortBy: this.#sortBy,
      clearSearch: this.#clearSearch,
    });
  }

  readonly #clicked = (event: Event): void => {
    const folder = this.#desk.pressed(event);
    if (!folder) return;
    this.#open(folder);
    // its row is gone: the keyboard goes on from where the user is now
    void this.updateComplete.then(() => {
      this.renderRoot.querySelector<HTMLElement>('[part=crumb][aria-current]')?.focus();
    });
  };

  readonly #open = (segments: readonly string[]): void => {
    this.search = ''; // what was looked for in one folder is not what is looked for in the next
    this.#desk.folders.open(segments);
  };

  readonly #chooseView = (view: FileView): void => {
    this.view = view;
  };

  readonly #searched = ({ target }: Event): void => {
    if (target instanceof HTMLInputElement) this.search = target.value;
  };

  readonly #clearSearch = (): void => {
    this.search = '';
  };

  readonly #sortBy = (key: FileSortKey): void => {
    this.sort = writeSort(nextFileSort(this.#desk.shown.order, key));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'castray-files': CastrayFiles;
  }
}
