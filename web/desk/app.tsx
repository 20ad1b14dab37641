import { lazy, type ReactNode } from 'react';
import { BrowserRouter, Navigate, Route, Routes, useSearchParams } from 'react-router';
import { CareArea } from './care/careArea.tsx';
import { ComplaintArea } from './complaints/complaintArea.tsx';
import { CannedReplyArea } from './conversations/cannedReplyArea.tsx';
import { ConversationArea } from './conversations/conversationArea.tsx';
import { CustomerArea } from './customers/customerArea.tsx';
import { DoubleArea } from './customers/doubleArea.tsx';
import { DefectArea } from './defects/defectArea.tsx';
import { DoneLinkPage } from './doneLink/doneLinkPage.tsx';
import { useTexts } from './frame/language.tsx';
import { SignedIn } from './frame/session.tsx';
import { GapArea } from './gaps/gapArea.tsx';
import { shellTexts } from './i18n/shell.ts';
import { PromiseArea } from './promises/promiseArea.tsx';
import { Desk } from './shell/desk.tsx';
import { EmptyNote } from './shell/listParts.tsx';
import { LinkSignIn } from './signIn/linkSignIn.tsx';
import { TaskArea } from './tasks/taskArea.tsx';

const UnderstandingArea = lazy(async () => ({
  default: (await import('./understanding/understandingArea.tsx')).UnderstandingArea,
}));
const ArticleArea = lazy(async () => ({ default: (await import('./knowledge/articleArea.tsx')).ArticleArea }));
const PlaygroundArea = lazy(async () => ({
  default: (await import('./knowledge/playgroundArea.tsx')).PlaygroundArea,
}));
const ImportArea = lazy(async () => ({ default: (await import('./imports/importArea.tsx')).ImportArea }));
const NotificationArea = lazy(async () => ({
  default: (await import('./notifications/notificationArea.tsx')).NotificationArea,
}));
const TaskSettingsArea = lazy(async () => ({
  default: (await import('./taskSettings/taskSettingsArea.tsx')).TaskSettingsArea,
}));
const SurveyArea = lazy(async () => ({ default: (await import('./surveys/surveyArea.tsx')).SurveyArea }));
const LevelArea = lazy(async () => ({ default: (await import('./levels/levelArea.tsx')).LevelArea }));
const CalendarArea = lazy(async () => ({
  default: (await import('./settings/calendars/calendarArea.tsx')).CalendarArea,
}));
const TargetArea = lazy(async () => ({ default: (await import('./settings/targets/targetArea.tsx')).TargetArea }));
const ComplaintSettingsArea = lazy(async () => ({
  default: (await import('./complaintSettings/complaintSettingsArea.tsx')).ComplaintSettingsArea,
}));
const LoyaltyArea = lazy(async () => ({ default: (await import('./loyalty/loyaltyArea.tsx')).LoyaltyArea }));
const ContactArea = lazy(async () => ({ default: (await import('./settings/contacts/contactArea.tsx')).ContactArea }));
const RetentionArea = lazy(async () => ({
  default: (await import('./settings/retention/retentionArea.tsx')).RetentionArea,
}));
const ErasureArea = lazy(async () => ({ default: (await import('./settings/erasures/erasureArea.tsx')).ErasureArea }));
const WebhookArea = lazy(async () => ({
  default: (await import('./settings/webhooks/webhookArea.tsx')).WebhookArea,
}));
const CostArea = lazy(async () => ({ default: (await import('./settings/costs/costArea.tsx')).CostArea }));
const SettingsArea = lazy(async () => ({ default: (await import('./settings/settingsArea.tsx')).SettingsArea }));

function SignInRoute(): ReactNode {
  const [search] = useSearchParams();
  const token = search.get('token');
  return token ? (
    <LinkSignIn token={token} />
  ) : (
    <SignedIn>
      <Navigate to="/tasks" replace />
    </SignedIn>
  );
}

function NoSuchPage(): ReactNode {
  const t = useTexts(shellTexts);
  return (
    <main className="whole">
      <EmptyNote icon="search" title={t.noPageTitle}>
        {t.noPage}
      </EmptyNote>
    </main>
  );
}

/** The desk's addresses, below /desk. */
export function App(): ReactNode {
  return (
    <BrowserRouter basename="/desk">
      <Routes>
        <Route path="sign-in" element={<SignInRoute />} />
        <Route path="done/:token" element={<DoneLinkPage />} />
        <Route
          element={
            <SignedIn>
              <Desk />
            </SignedIn>
          }
        >
          <Route index element={<Navigate to="/tasks" replace />} />
          <Route path="tasks/:id?" element={<TaskArea />} />
          <Route path="conversations/:id?" element={<ConversationArea />} />
          <Route path="care" element={<CareArea />} />
          <Route path="surveys/:id?" element={<SurveyArea />} />
          <Route path="canned-replies" element={<CannedReplyArea />} />
          <Route path="complaints/:id?" element={<ComplaintArea />} />
          <Route path="defects/:id?" element={<DefectArea />} />
          <Route path="promises/:id?" element={<PromiseArea />} />
          <Route path="customers/doubles" element={<DoubleArea />} />
          <Route path="customers/:id?" element={<CustomerArea />} />
          <Route path="gaps" element={<GapArea />} />
          <Route path="articles/:id?" element={<ArticleArea />} />
          <Route path="playground" element={<PlaygroundArea />} />
          <Route path="imports" element={<ImportArea />} />
          <Route path="understanding" element={<UnderstandingArea />} />
          <Route path="notifications/:tab?" element={<NotificationArea />} />
          <Route path="task-settings/:tab?" element={<TaskSettingsArea />} />
          <Route path="levels" element={<LevelArea />} />
          <Route path="complaint-settings/:tab?" element={<ComplaintSettingsArea />} />
          <Route path="settings" element={<SettingsArea />} />
          <Route path="settings/calendars/:id?" element={<CalendarArea />} />
          <Route path="settings/targets" element={<TargetArea />} />
          <Route path="settings/loyalty" element={<LoyaltyArea />} />
          <Route path="settings/costs" element={<CostArea />} />
          <Route path="settings/contacts" element={<ContactArea />} />
          <Route path="settings/retention" element={<RetentionArea />} />
          <Route path="settings/erasures" element={<ErasureArea />} />
          <Route path="settings/webhooks/:id?" element={<WebhookArea />} />
          <Route path="*" element={<NoSuchPage />} />
        </Route>
      </Routes>
    </BrowserRouter>
  );
}
