import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../kit/tokens.css';
import 'survey-core/survey-core.fontless.min.css';
import '../kit/surveyLook.css';
import './survey.css';
import { SurveyPage } from './surveyPage.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root.');
createRoot(root).render(
  <StrictMode>
    <SurveyPage token={decodeURIComponent(location.pathname.split('/')[2] ?? '')} />
  </StrictMode>,
);
