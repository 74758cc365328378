// The floor: parse, sort by CPU, write the visible rows. No checks, no names that stay, no ages.
const ROWS = 30;
const body = document.querySelector('tbody');
const cells = Array.from({ length: ROWS }, () => {
  const row = body.insertRow();
  return Array.from({ length: 5 }, () => row.insertCell());
});
const socket = new WebSocket(new URL(document.body.dataset.path, location.href));

socket.addEventListener('message', ({ data }) => {
  const before = performance.now();
  const { nodes } = JSON.parse(data).data;
  bench.parsed(performance.now() - before);
  if (document.body.dataset.only === 'parse') {
    bench.shown();
    return;
  }
  nodes.sort((a, b) => b.cpu - a.cpu);
  nodes.slice(0, ROWS).forEach((node, index) => {
    const [name, state, cpu, memory, gpu] = cells[index];
    name.textContent = node.name;
    state.textContent = node.state;
    cpu.textContent = `${node.cpu} %`;
    memory.textContent = `${node.memory} %`;
    gpu.textContent = `${node.gpu} %`;
  });
  bench.held = nodes;
  bench.shown();
});
