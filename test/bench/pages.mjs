// The two pages that are compared. Both show about thirty rows of the cluster at a time.

const head = (title) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>${title}</title>
    <link rel="icon" href="data:," />
    <script src="/probe.js"></script>`;

/** Summary, table and connection, as in a page that shows a cluster. `?path=/1&sort=cpu+desc&worker=/…` */
export const oursPage = (query) => `${head('ours')}
    <script type="module" src="/castray-widgets.js"></script>
    <style>
      castray-node-list { block-size: 1500px; }
    </style>
  </head>
  <body>
    <castray-provider ws-url="${query.get('path')}" worker="${query.get('worker') ?? ''}">
      <castray-connection></castray-connection>
      <castray-cluster-summary></castray-cluster-summary>
      <castray-node-list sort="${query.get('sort') ?? ''}"></castray-node-list>
    </castray-provider>
  </body>
</html>
`;

/** The least that shows a cluster at all: floor.js. `?path=/1&only=parse`: it is parsed, and not shown. */
export const floorPage = (query) => `${head('floor')}
    <script type="module" src="/floor.js"></script>
  </head>
  <body data-path="${query.get('path')}" data-only="${query.get('only') ?? ''}">
    <table>
      <thead><tr><th>Name</th><th>State</th><th>CPU</th><th>Memory</th><th>GPU</th></tr></thead>
      <tbody></tbody>
    </table>
  </body>
</html>
`;
