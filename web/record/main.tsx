import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../kit/tokens.css';
import './record.css';
import { RecordPage } from './recordPage.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root.');
createRoot(root).render(
  <StrictMode>
    <RecordPage token={decodeURIComponent(location.pathname.split('/')[2] ?? '')} />
  </StrictMode>,
);
