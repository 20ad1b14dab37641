import { Button, Checkbox, Input, QRCode, Tag } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Field } from '../care/field.tsx';
import { useFormats } from '../frame/formats.ts';
import { useTexts } from '../frame/language.tsx';
import { ProblemNote } from '../frame/problemNote.tsx';
import { useMay } from '../frame/session.tsx';
import { surveyLinkTexts } from '../i18n/surveyLinks.ts';
import { surveyTexts } from '../i18n/surveys.ts';
import { useSurveyChange, useSurveyLinks } from '../queries/surveys.ts';
import { EmptyNote } from '../shell/listParts.tsx';

/** Links to a survey that hang somewhere, each with its QR code and how many answered by it. */
export function LinkList(props: { id: string; anonymous: boolean; active: boolean }): ReactNode {
  const { id, anonymous, active } = props;
  const t = useTexts(surveyTexts);
  const l = useTexts(surveyLinkTexts);
  const formats = useFormats();
  const mayManage = useMay('manager');
  const links = useSurveyLinks(id);
  const change = useSurveyChange();
  const [name, setName] = useState('');
  const [single, setSingle] = useState(false);
  const [ends, setEnds] = useState('');
  const [copied, setCopied] = useState<string>();
  const make = (event: FormEvent): void => {
    event.preventDefault();
    const expiresAt = ends ? new Date(`${ends}T23:59:59`).toISOString() : null;
    change.mutate({ id, link: { name, single, expiresAt } }, { onSuccess: () => setName('') });
  };
  const copy = async (linkId: string, url: string) => {
    await navigator.clipboard?.writeText(url);
    setCopied(linkId);
  };
  return (
    <section className="block" aria-label={t.tabs.links}>
      {!active && <p className="soft">{l.linksWait}</p>}
      {mayManage && (
        <form className="care-fields" onSubmit={make}>
          <Field label={l.linkName}>
            <Input
              aria-label={l.linkName}
              maxLength={80}
              value={name}
              onChange={({ target }) => setName(target.value)}
            />
          </Field>
          <Field label={l.expiresAt}>
            <Input aria-label={l.expiresAt} type="date" value={ends} onChange={({ target }) => setEnds(target.value)} />
          </Field>
          {!anonymous && (
            <Checkbox checked={single} onChange={({ target }) => setSingle(target.checked)}>
              {l.single}
            </Checkbox>
          )}
          <Button type="primary" htmlType="submit" disabled={!name.trim()} loading={change.isPending}>
            {l.makeLink}
          </Button>
        </form>
      )}
      {change.error && <ProblemNote error={change.error} />}
      {links.data?.items.length === 0 && <EmptyNote icon="search" title={l.noLinks} />}
      <ul className="survey-links">
        {links.data?.items.map((link) => {
          const url = `${location.origin}/s/${link.token}`;
          const ended = link.closedAt !== null || link.usedAt !== null;
          return (
            <li key={link.id}>
              {!ended && <QRCode value={url} size={112} bordered={false} color="#1d2422" bgColor="#ffffff" />}
              <div>
                <strong>{link.name}</strong> {link.single && <Tag>{l.single}</Tag>}
                {ended && <Tag>{link.closedAt ? l.linkClosed : l.linkUsed}</Tag>}
                <p className="soft">{`${t.answersOf(link.answers)}${link.expiresAt ? ` · ${formats.full(link.expiresAt)}` : ''}`}</p>
                {!ended && (
                  <>
                    <p className="survey-url">
                      <a href={url} target="_blank" rel="noreferrer">
                        {url}
                      </a>
                    </p>
                    <Button size="small" onClick={() => void copy(link.id, url)}>
                      {copied === link.id ? l.copied : l.copy}
                    </Button>
                    {mayManage && (
                      <Button size="small" type="text" danger onClick={() => change.mutate({ id, closeLink: link.id })}>
                        {l.closeLink}
                      </Button>
                    )}
                  </>
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
