import { parseArgs } from 'node:util';
import { hostText } from '../renderer/i18n/host-text.ts';
import { messageOf } from './errors.ts';
import { runBrowserHost } from './loopback/run-browser-host.ts';

const options = {
  wires: { type: 'string', multiple: true },
  data: { type: 'string' },
  port: { type: 'string', default: '0' },
  window: { type: 'boolean', default: false },
  'no-open': { type: 'boolean', default: false },
} as const;

try {
  const { wires, data, port, window, 'no-open': noOpen } = parseArgs({ options }).values;
  process.exitCode = await runBrowserHost({
    ...(wires !== undefined && { wires }),
    ...(data !== undefined && { data }),
    port: Number(port),
    window: window && !noOpen,
  });
} catch (error) {
  process.stderr.write(`depesche: ${hostText(messageOf(error), 'en').text}\n`);
  process.exitCode = 1;
}
