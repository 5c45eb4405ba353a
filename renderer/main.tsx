import './no-eval.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { viewOf } from '../preload/contract/view.ts';
import { App } from './app/App.tsx';
import { MissingKey } from './app/MissingKey.tsx';
import { trackPrinting } from './common/printing.ts';
import { connectLoopback, hasKey } from './loopback.ts';
import { createStores, type Stores } from './state/stores.ts';
import './styles/index.css';

/** The state of this window; undefined where the page has no key for its host. */
function openReader(): Stores | undefined {
  if (window.depesche) return createStores(window.depesche);
  if (!hasKey()) return undefined;
  const opened = createStores(connectLoopback((connection) => opened.shell.getState().connect(connection)));
  return opened;
}

trackPrinting();
const stores = openReader();
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element #root');
createRoot(root).render(
  <StrictMode>{stores ? <App stores={stores} view={viewOf(location.search)} /> : <MissingKey />}</StrictMode>,
);
