import './no-eval.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { Lost } from './app/Lost.tsx';
import { connectLoopback, hasToken } from './loopback.ts';
import { createReader } from './state/reader.ts';
import './styles/index.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element #root');
const client = window.depesche ?? (hasToken() ? connectLoopback() : undefined);
createRoot(root).render(<StrictMode>{client ? <App reader={createReader(client)} /> : <Lost />}</StrictMode>);
