'use strict';

/* As on droneOnCampus: an object filled in late, in which two addresses name the file server's port. */
document.addEventListener('DOMContentLoaded', () => {
  const { apiBase, wsUrl, fileServerUrl, bundleOrigin } = window.castrayDemo ?? {};
  const wrong = fileServerUrl ?? bundleOrigin; // the demo runs without Python, too
  if (!wrong) return;
  window.appConfig = {
    castrayApiBase: wrong,
    castrayWsUrl: `${wrong.replace(/^http/, 'ws')}/ws`,
    fileServerUrl: wrong,
    rayApiBase: apiBase,
    wsUrl,
  };
});
