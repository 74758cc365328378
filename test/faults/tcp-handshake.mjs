// What the fault server knows of HTTP: a WebSocket's handshake, as a proxy sees it.

/** Whether a connection begins with a WebSocket's handshake; a browser opens one for each. */
export function wantsUpgrade(bytes) {
  return /^upgrade:\s*websocket\r$/im.test(headOf(bytes));
}

/** The same request from a proxy that passes no hop-by-hop headers. */
export function withoutUpgrade(bytes) {
  return headOf(bytes).replace(/^(upgrade|connection):.*\r\n/gim, '');
}

/** What a proxy answers that will not have it. @param {number} status */
export function refusalOf(status) {
  return `HTTP/1.1 ${status} Refused\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`;
}

function headOf(bytes) {
  return bytes.toString('latin1');
}
