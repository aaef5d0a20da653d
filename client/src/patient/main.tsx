import '../styles/base.scss';
import { render } from 'preact';
import { start, t } from '../i18n/index.ts';
import { Page } from '../ui/Page.tsx';

start({});
render(<Page title={t('product')}>{null}</Page>, document.getElementById('app')!);
