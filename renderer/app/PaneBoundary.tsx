import { Component, type ReactNode } from 'react';
import { useTexts } from '../state/context.ts';

function Broken({ onRetry }: { readonly onRetry: () => void }) {
  const t = useTexts();
  return (
    <div className="empty" role="alert">
      <p>{t('pane.failed')}</p>
      <button type="button" className="button" onClick={onRetry}>
        {t('pane.again')}
      </button>
    </div>
  );
}

/** Keeps an error in one pane from taking down the others. */
export class PaneBoundary extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? <Broken onRetry={() => this.setState({ broken: false })} /> : this.props.children;
  }
}
