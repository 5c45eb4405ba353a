import { FileDown } from 'lucide-react';
import { type DragEvent, type ReactNode, useState } from 'react';
import { useStore } from 'zustand';
import { useStores, useTexts } from '../state/context.ts';
import { dropFiles } from './drop-files.ts';

/** Files can be dropped anywhere in the window. */
export function DropTarget({ children }: { readonly children: ReactNode }) {
  const stores = useStores();
  const t = useTexts();
  const [over, setOver] = useState(false);
  const isOwn = useStore(stores.shell, (state) => state.isDraggingOut);
  const hasFiles = (event: DragEvent) => !isOwn && event.dataTransfer.types.includes('Files');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping files is a shortcut; everyone can copy them into the wire folder
    <div
      className="window"
      onDragOver={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        const to = event.relatedTarget;
        if (!(to instanceof Node) || !event.currentTarget.contains(to)) setOver(false);
      }}
      onDrop={(event) => {
        setOver(false);
        const files = [...event.dataTransfer.files];
        if (files.length === 0 || isOwn) return;
        event.preventDefault();
        void dropFiles(stores, files);
      }}
    >
      {children}
      {over && (
        <div className="drop-here">
          <FileDown aria-hidden="true" size={40} strokeWidth={1.25} />
          {t('drop.here')}
        </div>
      )}
    </div>
  );
}
