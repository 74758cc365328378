'use strict';

/* The bundle comes from an origin of its own, whose port is known only when the demo runs. */
(() => {
  const origin = window.castrayDemo?.bundleOrigin;
  if (!origin) return;
  const script = document.createElement('script');
  Object.assign(script, {
    type: 'module',
    crossOrigin: 'anonymous',
    src: `${origin}/castray-widgets.js`,
  });
  document.head.append(script);
  for (const place of document.querySelectorAll('[data-bundle-origin]')) place.textContent = origin;
})();
