import { message } from '../../preload/contract/messages.ts';
import '../../renderer/no-eval.ts';
import { createRoot } from 'react-dom/client';
import { noteChange } from '../../preload/contract/contract.ts';
import { App } from '../../renderer/app/App.tsx';
import { newId } from '../../renderer/common/new-id.ts';
import { createStores } from '../../renderer/state/stores.ts';
import '../../renderer/styles/index.css';
import { FakeClient } from '../unit/renderer/fake-client.ts';
import { story } from '../unit/renderer/stories.ts';

/** The window on invented dispatches, to look at: `?count=0` for an empty library, `?lang=en`, `?theme=dark`. */

const asked = new URLSearchParams(location.search);
const lang = asked.get('lang');
const theme = asked.get('theme');
const client = new FakeClient({
  count: Number(asked.get('count') ?? 400),
  now: new Date(),
  settings: {
    language: lang === 'en' || lang === 'de' ? lang : 'system',
    theme: theme === 'dark' || theme === 'light' ? theme : 'system',
  },
});
if (asked.has('full')) {
  client.problems = [
    {
      path: 'eingang/bild.jpg',
      reason: 'binary',
      message: message('file.binary', { kind: message('binary.picture', { type: 'JPEG' }) }),
      at: new Date().toISOString(),
      size: 48_213,
    },
    {
      path: 'eingang/leer.txt',
      reason: 'empty',
      message: message('file.empty'),
      at: new Date().toISOString(),
      size: 0,
    },
  ];
  client.saved = [
    { id: 's-1', name: 'Moorbahn', search: 'moorbahn' },
    { id: 's-2', name: 'Fähren und Häfen', search: 'fähre' },
  ];
  await client.call('status.mark', { ids: ['d-3', 'd-7', 'd-8', 'd-12'], change: { read: true } });
  await client.call('status.mark', { ids: ['d-7', 'd-1'], change: { bookmark: true, 'tag:dossier': true } });
  await client.call('status.mark', { ids: ['d-9'], change: noteChange(newId(), 'Rückruf bis 16 Uhr') });
}
Object.assign(window, { fake: client, story });

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element #root');
if (asked.has('full')) {
  client.progress = { state: 'importing', done: 18_240, total: 100_000, rate: 1_240, secondsLeft: 66 };
}
createRoot(root).render(<App stores={createStores(client)} />);
