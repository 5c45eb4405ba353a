import './no-eval.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { ReaderClient } from '../preload/contract.ts';
import { App } from './app/App.tsx';
import { connectLoopback } from './loopback.ts';
import { createReader } from './state/reader.ts';
import './styles/index.css';

declare global {
  interface Window {
    /** What the preload script of the desktop app exposes. */
    readonly depesche?: ReaderClient;
  }
}

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element #root');
const reader = createReader(window.depesche ?? connectLoopback());
createRoot(root).render(
  <StrictMode>
    <App reader={reader} />
  </StrictMode>,
);
