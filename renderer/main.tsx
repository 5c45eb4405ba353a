import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { config } from 'zod';
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

// The content security policy has no unsafe-eval: without this zod would try to compile its schemas.
config({ jitless: true });

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element #root');
const reader = createReader(window.depesche ?? connectLoopback());
createRoot(root).render(
  <StrictMode>
    <App reader={reader} />
  </StrictMode>,
);
