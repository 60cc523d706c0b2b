import { render } from 'preact';
import { App } from './app/app.tsx';
import { keptTheme, showTheme } from './app/theme.ts';
import './styles/page.css';

showTheme(keptTheme());
const root = document.getElementById('root');
if (root) render(<App />, root);
