import { type DragEvent, useMemo } from 'react';
import type { Article } from '../../preload/contract/contract.ts';
import { dragged } from '../../preload/export/dragged.ts';
import { contextOf, MAX_COPIED, noteCopied } from '../commands/copy-commands.ts';
import type { Stores } from '../state/stores.ts';

export interface DragOut {
  /** A button of the mouse went down on a row: what a drag needs is fetched, because once one begins it cannot wait. */
  prepare(id: string): void;
  start(event: DragEvent): void;
  end(event: DragEvent): void;
}

/** Dragging rows out of the window, as a text file or into another program's text. */
function createDragOut(stores: Stores): DragOut {
  const { ask, chosen, client, settings, shell, toasts } = stores;
  let articles: readonly Article[] | undefined;
  let isTooMany = false;
  let latest = 0;

  async function fetch(ids: readonly string[]): Promise<void> {
    latest += 1;
    const own = latest;
    const answers = await Promise.all(ids.map((id) => client.call('article.get', { id })));
    if (own === latest) articles = answers.flatMap(({ article }) => article ?? []);
  }

  /** The window gets no event at the end of the system's drag, but the pointer moves over it again. */
  async function handOut(name: string, text: string): Promise<boolean> {
    const { dragOut } = shell.getState();
    dragOut(true);
    const answer = await ask('drag.start', { name, text });
    window.addEventListener('pointermove', () => dragOut(false), { once: true });
    return answer?.done === true;
  }

  return {
    prepare(id) {
      const { ids } = chosen.getState();
      const wanted = ids.has(id) ? [...ids] : [id];
      articles = undefined;
      isTooMany = wanted.length > MAX_COPIED;
      if (!isTooMany) fetch(wanted).catch((error: unknown) => console.error('what is dragged was not read', error));
    },
    start(event) {
      if (isTooMany) toasts.getState().show({ key: 'copy.tooMany', values: { count: MAX_COPIED }, tone: 'error' });
      if (articles === undefined || articles.length === 0) return event.preventDefault();
      const going = articles;
      const context = contextOf(stores);
      const { name, text, html } = dragged(going, context);
      if (settings.getState().info?.host === 'electron') {
        event.preventDefault();
        void handOut(name, text).then((done) => done && noteCopied(stores, going, context));
        return;
      }
      const { dataTransfer } = event;
      dataTransfer.effectAllowed = 'copy';
      dataTransfer.setData('text/plain', text);
      dataTransfer.setData('text/html', html);
      // Chromium makes a file of it where files are taken.
      const address = `data:text/plain;charset=utf-8,${encodeURIComponent(text)}`;
      dataTransfer.setData('DownloadURL', `text/plain:${name}:${address}`);
    },
    end({ dataTransfer }) {
      if (articles && dataTransfer.dropEffect !== 'none') noteCopied(stores, articles, contextOf(stores));
    },
  };
}

/** `createDragOut` as a hook. */
export const useDragOut = (stores: Stores): DragOut => useMemo(() => createDragOut(stores), [stores]);
