import type { ReactNode } from 'react';
import { type Language, localeOf } from '../kit/i18n.ts';
import type { MyPage, MyRecordJson } from './record.ts';
import type { Act } from './recordPage.tsx';
import { texts } from './texts.ts';

/** What the shop may do, by purpose and channel: each is a switch. What belongs to a complaint, or to special needs, can be taken back. */
export function Consents(props: { record: MyRecordJson; page: MyPage; language: Language; act: Act }): ReactNode {
  const { record, page, language, act } = props;
  const t = texts[language];
  const since = (at: string | null) =>
    at ? t.since(new Date(at).toLocaleDateString(localeOf[language], { dateStyle: 'medium' })) : t.neverAsked;
  return (
    <section>
      <h2>{t.consents}</h2>
      <p className="soft">{t.consentsLead}</p>
      <ul>
        {record.consents.map(({ purpose, channel, granted, at }) => {
          const label = t.mayBy(t.purposes[purpose], t.channels[channel as keyof typeof t.channels] ?? channel);
          return (
            <li key={`${purpose} ${channel}`}>
              <label className="switch">
                <input
                  type="checkbox"
                  checked={granted}
                  onChange={(event) => {
                    const choice = { purpose, channel, granted: event.target.checked };
                    void act(() => page.consent(choice));
                  }}
                />
                <span>
                  {label}
                  <small className="soft">{since(at)}</small>
                </span>
              </label>
            </li>
          );
        })}
        {record.complaintConsents.map(({ purpose, complaintId, number, at }) => (
          <li key={`${purpose} ${complaintId}`}>
            <p className="line">
              {t.ofComplaint(
                t.complaintPurposes[purpose as keyof typeof t.complaintPurposes] ?? purpose,
                `C-${number}`,
              )}
            </p>
            <p className="soft">{since(at)}</p>
            <button
              type="button"
              className="plain danger"
              onClick={() => void act(() => page.consent({ purpose, complaintId, granted: false }))}
            >
              {t.takeBack}
            </button>
          </li>
        ))}
        {record.needs.length > 0 && (
          <li>
            <p className="line">
              {t.needsNoted(record.needs.map((need) => t.about[need]).join(language === 'zh' ? '、' : ', '))}
            </p>
            <button
              type="button"
              className="plain danger"
              onClick={() => void act(() => page.consent({ purpose: 'needs', granted: false }))}
            >
              {t.forgetNeeds}
            </button>
          </li>
        )}
      </ul>
    </section>
  );
}
