import './no-eval.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { MissingKey } from './app/MissingKey.tsx';
import { trackPrinting } from './common/printing.ts';
import { connectLoopback, hasKey } from './loopback.ts';
import { createReader, type Reader } from './state/reader.ts';
import './styles/index.css';

/** The state of this window; undefined where the page has no key for its host. */
function openReader(): Reader | undefined {
  if (window.depesche) return createReader(window.depesche);
  if (!hasKey()) return undefined;
  const opened = createReader(connectLoopback((connection) => opened.shell.getState().connect(connection)));
  return opened;
}

trackPrinting();
const reader = openReader();
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element #root');
createRoot(root).render(<StrictMode>{reader ? <App reader={reader} /> : <MissingKey />}</StrictMode>);
