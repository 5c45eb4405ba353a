import './no-eval.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { Lost } from './app/Lost.tsx';
import { followPrinting } from './common/printing.ts';
import { connectLoopback, hasToken } from './loopback.ts';
import { createReader, type Reader } from './state/reader.ts';
import './styles/index.css';

/** The reader of this window; undefined where the page cannot reach its host. */
function openReader(): Reader | undefined {
  if (window.depesche) return createReader(window.depesche);
  if (!hasToken()) return undefined;
  const opened = createReader(connectLoopback((connection) => opened.shell.getState().connect(connection)));
  return opened;
}

followPrinting();
const reader = openReader();
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element #root');
createRoot(root).render(<StrictMode>{reader ? <App reader={reader} /> : <Lost />}</StrictMode>);
