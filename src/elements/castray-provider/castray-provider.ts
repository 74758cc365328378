import {
  html,
  LitElement,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { Access } from '../../connection/access.js';
import type { ConnectionState } from '../../connection/connection-state.js';
import type { Problem } from '../../connection/problem.js';
import { ClusterProvision } from '../../context/cluster-provision.js';
import type { ClusterSnapshot } from '../../model/cluster.js';
import { ClusterStore, type ClusterState } from '../../store/cluster-store.js';
import { onAddressesReplaced } from '../../store/replaced-addresses.js';
import { commonCatalogue } from '../../text/common.js';
import type { Density, Size, Theme } from '../../theme/presets.js';
import { LanguageController } from '../../text/language.js';
import { adoptStylesAnew, rootAnywhere } from '../adopt-styles.js';
import { AttributeReader } from '../attribute-reader.js';
import { CastrayErrorEvent } from '../events/castray-error-event.js';
import { ConnectionChangeEvent } from '../events/connection-change-event.js';
import { SnapshotChangeEvent } from '../events/snapshot-change-event.js';
import { checkLook } from '../appearance-check.js';
import { problemNotice } from '../parts/notices.js';
import { readAppConfig, watchAppConfig } from '../app-config.js';
import { providerStyles } from './castray-provider.styles.js';
import { PageLifecycle } from './page-lifecycle.js';
import { readSettings } from './provider-settings.js';

/**
 * Owns the addresses and the one live connection of a cluster, and shares them with the widgets in
 * it. Takes no room of its own; only a setting that it had to refuse is said on screen.
 *
 * Each address comes from the attribute or property, else from `window.appConfig`
 * (`castrayApiBase`, `castrayWsUrl`, `fileServerUrl`), else is derived.
 *
 * @slot - The widgets, with whatever page is around them.
 * @fires {ConnectionChangeEvent} castray-connection-change - The phase, the attempt, its time or the error changed.
 * @fires {SnapshotChangeEvent} castray-snapshot-change - New figures are there.
 * @fires {CastrayErrorEvent} castray-error - Something is wrong that was not wrong before.
 * @csspart notice - A message about a refused setting.
 */
export class CastrayProvider extends LitElement {
  static override styles = providerStyles;

  static override properties: PropertyDeclarations = {
    apiBase: { attribute: 'api-base' },
    wsUrl: { attribute: 'ws-url' },
    fileServerUrl: { attribute: 'file-server-url' },
    label: {},
    credentials: {},
    keepAlive: {
      attribute: 'keep-alive',
      // Vue writes `false` into an attribute whose name no property has
      converter: (value) => value !== null && value !== 'false',
    },
    memoryFigure: { attribute: 'memory-figure' },
    pollInterval: { attribute: 'poll-interval' },
    staleAfter: { attribute: 'stale-after' },
    worker: {},
    theme: { reflect: true, useDefault: true },
    size: { reflect: true },
    density: { reflect: true },
  };

  /** Address of CastRay's REST side, such as `http://host:8000`; relative ones to the page. */
  apiBase: string | undefined;

  /** Address of the WebSocket; `/ws` under `api-base` unless given. */
  wsUrl: string | undefined;

  /** Address of the file server from which files are downloaded. */
  fileServerUrl: string | undefined;

  /** The cluster's name, for people. */
  label: string | undefined;

  /**
   * Whether cookies and the like go with requests: `omit`, unless given, `same-origin` or `include`.
   * @type {'omit' | 'same-origin' | 'include' | undefined}
   */
  credentials: string | undefined;

  /**
   * Keeps the socket also while the page is hidden for long, frozen or left; a wall display needs it.
   * `keep-alive="false"` is off.
   */
  keepAlive = false;

  /**
   * What CastRay's `memory` figure is: the `available` share (as every CastRay so far sends it) or
   * the `used` one. Also `window.appConfig.castrayMemoryFigure`.
   * @type {'available' | 'used' | undefined}
   */
  memoryFigure: string | undefined;

  /** Seconds between two requests while the WebSocket is down; 10 unless given, at least 1. */
  pollInterval: string | number | undefined;

  /** Seconds after which figures count as stale, or three usual intervals if that is longer; 10 unless given. */
  staleAfter: string | number | undefined;

  /**
   * Address of `castray-worker.js` on the page's own origin, if the page gives one: clusters of thousands
   * of nodes are then received and read beside the page, and not in it.
   */
  worker: string | undefined;

  /** `light`, `dark`, `aerial`, `high-contrast`, or the page's colour scheme, for all widgets inside. */
  theme: Theme = 'auto';

  /** `wall`: all widgets inside are readable from some 5 m. */
  size: Size | undefined;

  /** `compact`: rows of one line, close together, in all widgets inside; `comfortable` unless given. */
  density: Density | undefined;

  readonly #store = new ClusterStore({ config: readSettings({}, {}, 'about:blank') });
  readonly #language = new LanguageController(this);
  #token: unknown;
  #access: Access | undefined;
  #told: ClusterState = this.#store.state;
  #stopWatching: (() => void)[] = [];

  constructor() {
    super();
    new ClusterProvision(this, this.#store);
    new PageLifecycle(this, this.#store);
    checkLook(this, new AttributeReader(this.localName));
    this.#store.subscribe(this.#stateChanged);
    this.#store.onProblem((problem: Problem) => {
      this.dispatchEvent(new CastrayErrorEvent(problem));
    });
    if (Object.hasOwn(this, 'token')) {
      // set before this element was defined, when it was a property like any other
      const early = Reflect.get(this, 'token') as string;
      Reflect.deleteProperty(this, 'token');
      this.token = early;
    }
  }

  /**
   * A token, or a function that brings one, at once or as a promise; for a proxy that asks for a
   * sign-in. REST sends it as `Authorization: Bearer`, the socket as a subprotocol. The function is
   * asked again when its token was refused. Can be set only, and no event, problem or report tells it;
   * a script of the page can get at it all the same.
   */
  set token(token: string | (() => string | undefined | Promise<string | undefined>) | undefined) {
    if (token === this.#token) return;
    this.#token = token;
    this.#access = undefined;
    if (this.isConnected) this.#configure();
  }

  /** What all widgets inside read from, for scripts: `transfersOf(provider.store)`. */
  get store(): ClusterStore {
    return this.#store;
  }

  /** The cluster as last reported; `undefined` until then. */
  get snapshot(): ClusterSnapshot | undefined {
    return this.#store.state.snapshot;
  }

  /** The connection as it is now. */
  get connection(): ConnectionState {
    return this.#store.state.connection;
  }

  /** Asks the service for the cluster now; resolves when the answer, or its failure, is there. */
  refresh(): Promise<void> {
    return this.#store.refresh();
  }

  /** Tries everything at once, also after a fault that ended all attempts. */
  reconnect(): void {
    this.#store.reconnect();
  }

  /** Stands still until `resume()`; the figures stay, and are marked as old. */
  pause(): void {
    this.#store.pause();
  }

  /** Goes on after `pause()`. */
  resume(): void {
    this.#store.resume();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stopWatching = [watchAppConfig(this.#configure), onAddressesReplaced(this.#configure)];
    this.#configure();
    if (this.isConnected) this.#store.attach(); // a page that heard of a bad setting may have removed it
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.#stopWatching) stop();
    this.#store.detach();
  }

  adoptedCallback(): void {
    adoptStylesAnew(this);
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    return rootAnywhere(this, () => super.createRenderRoot());
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.size > 0) this.#configure();
  }

  protected override render(): TemplateResult {
    const { configProblems } = this.#store.state;
    const messages = commonCatalogue.in(this.#language.lang);
    return html`${
        configProblems.length > 0
          ? html`<div class="notices" role="status">
              ${configProblems.map((problem) => problemNotice(problem, messages))}
            </div>`
          : nothing
      }<slot></slot>`;
  }

  readonly #configure = (): void => {
    this.#store.configure(readSettings(this, readAppConfig(), this.baseURI, this.#enter));
  };

  /** The same one as long as token and credentials are the same. */
  readonly #enter = (credentials: RequestCredentials): Access | undefined => {
    if (!this.#token && credentials === 'omit') this.#access = undefined;
    else if (this.#access?.credentials !== credentials) {
      this.#access = new Access(this.#token, credentials);
    }
    return this.#access;
  };

  readonly #stateChanged = (state: ClusterState): void => {
    const told = this.#told;
    this.#told = state;
    if (state.configProblems !== told.configProblems) this.requestUpdate();
    if (isNews(state.connection, told.connection)) {
      this.dispatchEvent(new ConnectionChangeEvent(state.connection, told.connection));
    }
    if (state.snapshot && state.snapshot !== told.snapshot) {
      this.dispatchEvent(new SnapshotChangeEvent(state.snapshot));
    }
  };
}

/** The age of the data changes with every frame; that is what `castray-snapshot-change` tells. */
function isNews(next: ConnectionState, last: ConnectionState): boolean {
  return (
    next.phase !== last.phase ||
    next.attempt !== last.attempt ||
    next.nextAttemptAt !== last.nextAttemptAt ||
    next.lastError !== last.lastError
  );
}

declare global {
  interface HTMLElementTagNameMap {
    'castray-provider': CastrayProvider;
  }
}
