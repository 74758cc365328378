// The fifteen rules that the connection keeps, clause by clause: where it is kept (below src/), and the
// test (below test/, and a part of its name) that fails where it is broken. Each was broken once to see
// that, but the last, which is the browser's. test/text/reliability.test.mjs keeps the names true.

export const RULES = `
1 | one socket per endpoint, however many users | store/client-registry.ts | store/client-registry.test.ts | are one for all users of an endpoint
1 | also for two copies of the bundle | store/client-registry.ts | store/client-registry.test.ts | are one for two copies of the bundle
1 | closed 5 s after its last user | store/client-registry.ts | store/client-registry.test.ts | close 5 s after their last user has gone
2 | 15 s for a handshake | connection/live-socket.ts | connection/live-socket.test.ts | waits 15 s for a handshake
2 | 30 s for the first frame | connection/live-connection.ts | connection/live-connection-socket.test.ts | is given up where no valid frame comes within 30 s
2 | REST fills the gap | store/cluster-client.ts | store/cluster-client.test.ts | shows what REST says while the socket takes its time
2 | never two live sockets | connection/live-connection.ts | connection/live-connection-socket.test.ts | is ended before the next one is opened
3 | 0.5 s + a random part of min(30 s, 1 s · 2ⁿ), at the cap too | connection/backoff.ts | connection/backoff.test.ts | is another one for every page, at the cap too
3 | never zero | connection/backoff.ts | connection/live-connection-waits.test.ts | are never zero, grow
3 | never gives up on what can pass | connection/live-connection.ts | connection/live-connection-waits.test.ts | go on for ever
4 | n starts anew after a valid frame and 5 s | connection/live-connection.ts | connection/live-connection-waits.test.ts | begin anew after a valid frame and 5 s of being open
4 | not without a valid frame | connection/live-connection.ts | connection/live-connection-waits.test.ts | do not begin anew without a valid frame
5 | any frame is a sign of life | connection/live-connection.ts | connection/live-connection-socket.test.ts | takes whatever comes for a sign of life
5 | stale after the longer of 10 s and three intervals | connection/frame-rhythm.ts | connection/frame-rhythm.test.ts | makes data stale after three intervals
5 | the interval is a moving average | connection/frame-rhythm.ts | connection/frame-rhythm.test.ts | is an average: one frame that is late
5 | a ping in silence; two unanswered, each 10 s, end it | connection/heartbeat.ts | connection/heartbeat.test.ts | gives up after two unanswered pings
5 | half-open is replaced within 45 s | connection/heartbeat.ts | connection/live-connection-socket.test.ts | replaced within 45 s
5 | a frame every 14 s causes no reconnect | connection/heartbeat.ts | connection/live-connection-socket.test.ts | stays with a service that sends every 14 s
6 | ended without waiting for the close event | connection/live-connection.ts | connection/live-connection-real.test.ts | replaces a half-open socket
6 | late events of an old one change nothing | connection/live-socket.ts | connection/live-socket.test.ts | sends nothing and tells nothing once it was ended
6 | nor those of one in a worker | connection/worker-socket.ts | connection/worker-socket.test.ts | that was ended is not heard
7 | binary, and over 8 MiB: dropped | connection/live-connection.ts | connection/live-connection-real.test.ts | drops binary and over 8 MiB
7 | no JSON, arrays, unknown types: dropped | model/parse-report.ts | model/parse-report.test.ts | is of no use where it is something else
7 | counted, and the last good data stay | store/cluster-client.ts | store/cluster-client.test.ts | counts what it cannot read
7 | never thrown | model/parse-report.ts | model/junk.test.ts | nothing is thrown
8 | open: probed, 5 s | connection/heartbeat.ts | connection/live-connection-end.test.ts | probes an open socket, and ends it within 5 s
8 | closed: tried at once, at most once in 5 s | connection/live-connection.ts | connection/live-connection-end.test.ts | tries a waiting connection at once, at most once in 5 s
8 | on \`online\` | elements/castray-provider/page-lifecycle.ts | faults/page-life.test.ts | the network is back while the connection waits
8 | on becoming visible | elements/castray-provider/page-lifecycle.ts | faults/page-life.test.ts | hidden for 10 min
8 | on \`pageshow\` | elements/castray-provider/page-lifecycle.ts | faults/page-life.test.ts | back/forward cache while the connection waits
8 | on a clock that jumps over 5 s | elements/castray-provider/page-lifecycle.ts | faults/page-life.test.ts | a sleep while the connection waits
8 | also without a page around it | connection/heartbeat.ts | connection/heartbeat.test.ts | takes a timer that is over 5 s late for sleep
8 | \`offline\` is no verdict | elements/castray-provider/page-lifecycle.ts | faults/page-life.test.ts | the browser says offline, the service is on the LAN
9 | a hidden tab renders nothing | context/cluster-controller.ts | faults/page-life.test.ts | hidden for 10 min
9 | paused after 300 s hidden | store/cluster-store.ts | store/cluster-store.test.ts | gives its socket back when the page was hidden for 300 s
9 | also where it began hidden | elements/castray-provider/page-lifecycle.ts | elements/castray-provider/page-lifecycle.test.ts | gives its socket back after 300 s as any other
9 | unless it is turned off | store/cluster-store.ts | store/cluster-store.test.ts | keeps its socket in a hidden and in a frozen page where it is told to
9 | frozen, or in the back/forward cache: at once | elements/castray-provider/page-lifecycle.ts | faults/page-life.test.ts | a frozen tab
9 | on return fresh within 2 s | store/cluster-store.ts | faults/page-life.test.ts | hidden for 10 min
9 | or marked stale | store/cluster-client.ts | faults/page-life.test.ts | sleep of 8 h, with the connection lost in it
10 | 1003, 1007–1010, 4400–4499 stop | connection/live-connection.ts | connection/live-connection-end.test.ts | with a code that forbids another attempt
10 | with the reason and a button | store/cluster-client.ts | faults/reach.test.ts | the socket is closed by the service
10 | after three failed handshakes REST finds the cause | store/cluster-client.ts | store/cluster-client-faults.test.ts | polls after three failed handshakes, and says why
11 | polling every 10 s ± 20 % | connection/poller.ts | connection/poller.test.ts | asks at once, then every 10 s, give or take a fifth
11 | a WebSocket attempt at most every 60 s | store/cluster-client.ts | store/cluster-client-faults.test.ts | tries the socket at most once a minute while it polls
11 | also while a handshake hangs, or a socket is open and silent | store/cluster-client.ts | store/cluster-client-hanging.test.ts | polls as soon as the figures are old
11 | an attempt planned before the polls delivered is put off | store/cluster-client.ts | store/cluster-client-hanging.test.ts | puts an attempt off that was planned
11 | the state says so | connection/connection-state.ts | connection/connection-phase.test.ts | is "polling" while REST delivers
12 | 20 s, the body included | connection/rest-client.ts | connection/rest-client.test.ts | counts the body into the 20 s
12 | one request in flight per resource | connection/rest-client.ts | connection/rest-client.test.ts | has one request in flight for a path
12 | GET is retried three times | connection/rest-client.ts | connection/rest-client.test.ts | retries a GET three times
12 | POST never | connection/rest-client.ts | elements/castray-transfers/starting.test.ts | is made good by Again
12 | \`credentials: "omit"\` unless asked for | connection/access.ts | connection/rest-client.test.ts | sends no credentials
13 | a REST answer asked for before the last frame is dropped | store/cluster-client.ts | store/cluster-client.test.ts | drops the figures of a REST answer that was asked for before
13 | an empty list is unconfirmed for three reports | model/cluster-history.ts | model/empty-and-cut-lists.test.ts | is believed when it comes for the third time
13 | or 15 s | model/cluster-history.ts | model/empty-and-cut-lists.test.ts | is believed when it is still so after 15 s
13 | also where no report follows | store/snapshot-feed.ts | store/snapshot-feed.test.ts | are believed to have no more nodes after 15 s
13 | double ids are merged, alive wins | model/parse-report.ts | model/parse-node.test.ts | is merged with its twin
13 | senseless figures are unknown or clamped | model/fields.ts | model/parse-node.test.ts | has negative figures as unknown, and clamps those over 100 %
14 | only the latest snapshot | store/snapshot-feed.ts | store/snapshot-feed.test.ts | are shown at once, and then the newest of a quarter second
14 | four commits a second, which is less than one a frame | store/commit-pacer.ts | store/commit-pacer.test.ts | at most four times a second
14 | unchanged nodes keep their identity | model/reuse.ts | model/identity.test.ts | only the node that changed is another object
15 | a widget or listener that throws stops no other | store/listeners.ts | store/observable-state.test.ts | reports what a listener throws, and tells the others all the same
15 | nor a page listener of an event | elements/castray-provider/castray-provider.ts | faults/host-page.test.ts | a page listener that throws
`
  .trim()
  .split('\n')
  .map((line) => line.split(' | '));
