import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import 'castray-widgets';

function App() {
  const [shown, setShown] = useState(true);
  const [compact, setCompact] = useState(false);
  const [nodes, setNodes] = useState('none');
  const [selected, setSelected] = useState('nothing');
  return (
    <>
      <button onClick={() => setShown(!shown)}>mount</button>
      <button onClick={() => setCompact(!compact)}>compact</button>
      <p>
        {nodes} nodes, {selected} selected
      </p>
      {shown && (
        <castray-provider
          api-base={globalThis.apiBase}
          pollInterval={30}
          oncastray-snapshot-change={({ snapshot }) => setNodes(snapshot.nodes.length)}
        >
          <castray-cluster-summary compact={compact} />
          <castray-node-list
            sort="cpu desc"
            oncastray-node-select={({ node }) => setSelected(node.name)}
          />
        </castray-provider>
      )}
    </>
  );
}

export const mount = (element) =>
  createRoot(element).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
