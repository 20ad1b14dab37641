import { Button, Popconfirm, Tabs, Tag } from 'antd';
import type { ReactNode } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import type { Survey } from '../api.ts';
import { useLanguage, useTexts } from '../frame/language.tsx';
import { RowsSkeleton } from '../frame/pageSkeleton.tsx';
import { ProblemNote } from '../frame/problemNote.tsx';
import { useMay } from '../frame/session.tsx';
import { surveySendTexts } from '../i18n/surveySend.ts';
import { surveyTexts } from '../i18n/surveys.ts';
import { type SurveyInput, useSurveyChange, useSurveys } from '../queries/surveys.ts';
import { AskingForm } from './askingForm.tsx';
import { InvitationList } from './invitationList.tsx';
import { LinkList } from './linkList.tsx';
import { SurveyMannersForm } from './mannersForm.tsx';
import { SurveySendButton } from './sendButton.tsx';
import { definitionOf, scoreQuestion } from './simpleList.ts';
import { SurveyEditor } from './surveyEditor.tsx';
import { SurveyResultsView } from './surveyResults.tsx';
import '../care/care.css';
import './surveys.css';
import { useAddressValue } from '../shell/address.ts';

const inputOf = ({ title, metric, touchpoint, anonymous, asking, definition }: Survey): SurveyInput => ({
  title,
  metric,
  touchpoint,
  anonymous,
  asking,
  definition,
});

const fresh = (asking: Survey['asking']): SurveyInput => ({
  title: { zh: '', en: '' },
  metric: 'csat',
  touchpoint: null,
  anonymous: false,
  asking: { ...asking, trigger: 'byHand' },
  definition: definitionOf([scoreQuestion('csat')!], {}),
});

/** Surveys: what is asked, of whom and when, and what came of it. */
export function SurveyArea(): ReactNode {
  const t = useTexts(surveyTexts);
  const { id } = useParams();
  const navigate = useNavigate();
  const surveys = useSurveys();
  const mayManage = useMay('manager');
  const survey = surveys.data?.items.find((each) => each.id === id);
  const [first] = surveys.data?.items ?? [];
  return (
    <main className="whole">
      <header className="whole-head">
        <h1>{t.title}</h1>
        {id ? <Link to="/surveys">{t.back}</Link> : <p className="soft">{t.lead}</p>}
      </header>
      {surveys.isPending && <RowsSkeleton />}
      {surveys.error && <ProblemNote error={surveys.error} retry={() => void surveys.refetch()} />}
      {survey ? (
        <SurveyDetail key={survey.id} survey={survey} />
      ) : id === 'new' && first ? (
        <SurveyEditor input={fresh(first.asking)} done={(made) => void navigate(`/surveys/${made?.id ?? ''}`)} />
      ) : (
        <>
          <ul className="survey-list">
            {surveys.data?.items.map((each) => (
              <SurveyRow key={each.id} survey={each} />
            ))}
          </ul>
          {mayManage && surveys.data && (
            <>
              <Button type="primary" onClick={() => void navigate('/surveys/new')}>
                {t.add}
              </Button>
              <SurveyMannersForm />
            </>
          )}
        </>
      )}
    </main>
  );
}

function SurveyRow({ survey }: { survey: Survey }): ReactNode {
  const t = useTexts(surveyTexts);
  const { language } = useLanguage();
  return (
    <li>
      <Link to={`/surveys/${survey.id}`}>{survey.title[language]}</Link>
      <span className="soft">{[t.metrics[survey.metric], t.triggers[survey.asking.trigger]].join(' · ')}</span>
      <State survey={survey} />
    </li>
  );
}

function State({ survey }: { survey: Survey }): ReactNode {
  const t = useTexts(surveyTexts);
  return (
    <span className="survey-state">
      {survey.anonymous && <Tag>{t.anonymousTag}</Tag>}
      <Tag className={survey.active ? 'tag-accent' : ''}>{survey.active ? t.running : t.stopped}</Tag>
    </span>
  );
}

function SurveyDetail({ survey }: { survey: Survey }): ReactNode {
  const t = useTexts(surveyTexts);
  const byHand = useTexts(surveySendTexts);
  const { language } = useLanguage();
  const mayManage = useMay('manager');
  const change = useSurveyChange();
  const [tab = 'results', setTab] = useAddressValue('tab');
  const { id, active } = survey;
  const turn = () => change.mutate({ id, active: !active });
  return (
    <>
      <div className="survey-head">
        <h2>{survey.title[language]}</h2>
        <span className="soft">{`${t.metrics[survey.metric]} · ${t.version(survey.version)}`}</span>
        <State survey={survey} />
        {active && !survey.anonymous && <SurveySendButton primary surveyId={id} label={byHand.send} />}
        {mayManage &&
          (active ? (
            <Popconfirm title={t.stop} description={t.stopWarning} okText={t.stop} cancelText={t.back} onConfirm={turn}>
              <Button>{t.stop}</Button>
            </Popconfirm>
          ) : (
            <Button type="primary" loading={change.isPending} onClick={turn}>
              {t.start}
            </Button>
          ))}
      </div>
      {change.error && <ProblemNote error={change.error} />}
      <Tabs
        activeKey={tab}
        onChange={setTab}
        items={[
          { key: 'results', label: t.tabs.results, children: <SurveyResultsView id={id} /> },
          { key: 'invitations', label: t.tabs.invitations, children: <InvitationList id={id} /> },
          ...(mayManage
            ? [
                {
                  key: 'questions',
                  label: t.tabs.questions,
                  children: (
                    <SurveyEditor key={survey.version} id={id} input={inputOf(survey)} done={() => undefined} />
                  ),
                },
                { key: 'asking', label: t.tabs.asking, children: <AskingForm id={id} input={inputOf(survey)} /> },
              ]
            : []),
          {
            key: 'links',
            label: t.tabs.links,
            children: <LinkList id={id} anonymous={survey.anonymous} active={active} />,
          },
        ]}
      />
    </>
  );
}
