import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Highlighted } from '../../../../renderer/common/Highlighted.tsx';
import { Shown } from '../../../../renderer/common/Shown.tsx';

const CONTROLS = '\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069';

test('an override is shown by its name and turns nothing', () => {
  const { container } = render(<Shown text={'Konto \u202e654321\u202c gesperrt'} />);
  expect(screen.getByRole('img', { name: 'right-to-left override' })).toBeInstanceOf(HTMLElement);
  expect([...container.querySelectorAll('[data-label]')].map((one) => one.getAttribute('data-label'))).toEqual([
    'RLO',
    'PDF',
  ]);
  expect(container.textContent).toBe('Konto 654321 gesperrt');
});

test('every control that turns a text has a label; marks and joiners that only shape it stay', () => {
  const { container } = render(<Shown text={`a${CONTROLS}\u200e\u200f\u061c\u200dمیناء`} />);
  expect(container.querySelectorAll('[role="img"][aria-label]')).toHaveLength(CONTROLS.length);
  expect(container.textContent).toBe('a\u200e\u200f\u061c\u200dمیناء');
});

test('text without them is text and nothing else', () => {
  const { container } = render(<Shown text={'<b>Kran</b> &amp; Mole'} />);
  expect(container.innerHTML).toBe('&lt;b&gt;Kran&lt;/b&gt; &amp;amp; Mole');
});

test('a hit is found around them', () => {
  const { container } = render(<Highlighted text={'Der \u202eKran\u202c steht'} hits={[[5, 9]]} />);
  expect(container.querySelector('mark')?.textContent).toBe('Kran');
  expect(container.querySelectorAll('[data-label]')).toHaveLength(2);
});
