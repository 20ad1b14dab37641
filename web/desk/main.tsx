import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../kit/tokens.css';
import './styles/frame.css';
import './styles/desk.css';
import './styles/list.css';
import './styles/records.css';
import './styles/cases.css';
import './styles/tasks.css';
import './styles/taskViews.css';
import './styles/transcript.css';
import './styles/live.css';
import './styles/customers.css';
import './styles/responsive.css';
import { App } from './app.tsx';
import { createQueryClient, Providers } from './frame/providers.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root.');
createRoot(root).render(
  <StrictMode>
    <Providers client={createQueryClient()}>
      <App />
    </Providers>
  </StrictMode>,
);
