import { Autocomplete } from '@base-ui/react/autocomplete';
import { type Ref, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { tagMatches } from '../common/tag-matches.ts';
import { useStores, useTexts } from '../state/context.ts';

/** A tag that is offered; `isNew` for the typed text as it is. */
interface Offer {
  readonly name: string;
  readonly isNew: boolean;
}

interface Props {
  /** Tags that are set already are not offered. */
  readonly taken: readonly string[];
  readonly onAdd: (tag: string) => void;
  readonly ref?: Ref<HTMLInputElement>;
  /** It takes the focus when its dialog opens. */
  readonly isFirst?: boolean;
  /** Absent: that it adds a tag. */
  readonly label?: string;
  /** What is still being typed when the field is left: added (if absent), or dropped. */
  readonly unfinished?: 'drop';
}

const cleaned = (text: string): string => text.trim().replace(/^#/, '').slice(0, 80);

/**
 * A field for a tag. Enter takes the first tag that completes what is typed; the last offer, Ctrl+Enter and a comma take the text
 * as it is. What is still being typed is added when the field is left, unless Escape was pressed or it is to be dropped.
 */
export function TagField({ taken, onAdd, ref, isFirst = false, label, unfinished }: Props) {
  const { sidebar } = useStores();
  const t = useTexts();
  const known = useStore(sidebar, (state) => state.sidebar?.tags);
  const [text, setText] = useState('');
  /** Ahead of `text` until it is drawn: the field may lose the focus with the key that changes it. */
  const latest = useRef('');
  const change = (next: string) => {
    latest.current = next;
    setText(next);
  };
  const highlighted = useRef<Offer>(undefined);
  const typed = cleaned(text);
  const matches = tagMatches(
    typed,
    (known ?? []).map(({ name }) => name).filter((name) => !taken.includes(name)),
  );
  const isTyped = (tag: string) => tag.toLowerCase() === typed.toLowerCase();
  const isKnown = matches.some(isTyped) || taken.some(isTyped);
  const offers: Offer[] = [
    ...matches.map((name) => ({ name, isNew: false })),
    ...(typed === '' || isKnown ? [] : [{ name: typed, isNew: true }]),
  ];
  const add = (name: string) => {
    change('');
    if (name !== '' && !taken.includes(name)) onAdd(name);
  };
  // A tag still being typed is added when the article is left, as when the field is.
  const leave = useRef(() => {});
  leave.current = () => add(unfinished === 'drop' ? '' : cleaned(latest.current));
  useEffect(() => () => leave.current(), []);
  return (
    <Autocomplete.Root
      items={offers}
      filter={null}
      itemToStringValue={({ name }: Offer) => name}
      value={text}
      open={matches.length > 0}
      autoHighlight
      onItemHighlighted={(offer: Offer | undefined) => {
        highlighted.current = offer;
      }}
      onValueChange={(value, { reason }) => {
        if (reason === 'item-press') add(value);
        else change(value);
      }}
    >
      <Autocomplete.Input
        ref={ref}
        type="text"
        dir="auto"
        maxLength={80}
        placeholder={label ?? t('mine.addTag')}
        aria-label={label ?? t('mine.addTag')}
        data-first={isFirst || undefined}
        onBlur={() => leave.current()}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.preventBaseUIHandler();
            change('');
          } else if (event.key === ',' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))) {
            event.preventDefault();
            event.preventBaseUIHandler();
            add(typed);
          } else if (event.key === 'Enter') {
            // Not left to the list, which highlights the first offer a moment after it was typed.
            event.preventDefault();
            event.preventBaseUIHandler();
            const current = offers.find(({ name }) => name === highlighted.current?.name);
            add((current ?? offers[0])?.name ?? typed);
          }
        }}
      />
      <Autocomplete.Portal>
        <Autocomplete.Positioner className="menu-positioner" align="start" sideOffset={4}>
          <Autocomplete.Popup className="menu-popup">
            <Autocomplete.List aria-label={t('tag.suggestions')}>
              {({ name, isNew }: Offer) => (
                <Autocomplete.Item key={`${isNew} ${name}`} value={{ name, isNew }} className="menu-item">
                  <bdi>{isNew ? t('tag.new', { tag: name }) : name}</bdi>
                </Autocomplete.Item>
              )}
            </Autocomplete.List>
          </Autocomplete.Popup>
        </Autocomplete.Positioner>
      </Autocomplete.Portal>
    </Autocomplete.Root>
  );
}
