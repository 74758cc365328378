'use strict';

/*
 * As droneOnCampus does it: one global object, filled key by key once the DOM is ready. By then the
 * classic bundle above has upgraded the elements, and nothing tells them that it was filled.
 */
window.appConfig ||= {};

class DashboardManager {
  constructor({ apiBase, wsUrl, fileServerUrl }) {
    this.apiBase = apiBase;
    this.wsUrl = wsUrl;
    this.fileServerUrl = fileServerUrl;
  }

  start() {
    const { appConfig } = window;
    appConfig.castrayApiBase ||= this.apiBase;
    appConfig.castrayWsUrl ||= this.wsUrl;
    if (this.fileServerUrl) appConfig.fileServerUrl ||= this.fileServerUrl;
  }
}

/** The page's own buttons: from where its scene is looked at. */
class SceneView {
  constructor(scene, buttons) {
    this.scene = scene;
    this.buttons = [...buttons];
    for (const button of this.buttons)
      button.addEventListener('click', () => this.show(button.dataset.view));
  }

  show(view) {
    this.scene.dataset.view = view;
    for (const button of this.buttons)
      button.setAttribute('aria-pressed', String(button.dataset.view === view));
  }
}

/** Tabs as the page has always had them: a class shows one, `display: none` hides the others. */
class Tabs {
  constructor(buttons) {
    this.buttons = [...buttons];
    for (const button of this.buttons)
      button.addEventListener('click', () => this.show(button.dataset.tab));
  }

  show(tab) {
    for (const button of this.buttons) {
      const { tab: own } = button.dataset;
      button.setAttribute('aria-pressed', String(own === tab));
      document.getElementById(own).classList.toggle('active', own === tab);
    }
  }
}

document.addEventListener('DOMContentLoaded', () => {
  if (window.castrayDemo) new DashboardManager(window.castrayDemo).start();
  new SceneView(document.getElementById('scene'), document.querySelectorAll('button[data-view]'));
  new Tabs(document.querySelectorAll('button[data-tab]'));
});
