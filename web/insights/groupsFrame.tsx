import { Select } from 'antd';
import type { ReactNode } from 'react';
import { ChoiceForm } from '../desk/frame/choiceForm.tsx';
import { EmptyNote } from '../desk/shell/listParts.tsx';
import { ActionBar, type InView } from './actions/actionBar.tsx';
import { Card } from './card.tsx';

interface Props<By extends string, Group> {
  title: string;
  query: Parameters<typeof Card<{ items: Group[] }>>[0]['query'];
  /** By what is grouped, and by what it may be. */
  by: By;
  choices: readonly By[];
  label: string;
  nameOf(by: By): string;
  choose(by: By): void;
  empty: { title: string; text: string };
  columns: string[];
  note: ReactNode;
  actions: InView;
  children(group: Group): ReactNode;
}

/** The card of a figure for each product, channel, segment …: a table, a row each. */
export function GroupsFrame<By extends string, Group>(props: Props<By, Group>): ReactNode {
  const { title, query, by, choices, label, nameOf, choose, empty, columns, note, actions, children } = props;
  const tools = (
    <ChoiceForm>
      <Select
        size="small"
        className="survey-by"
        aria-label={label}
        value={by}
        options={choices.map((value) => ({ value, label: nameOf(value) }))}
        onChange={choose}
      />
    </ChoiceForm>
  );
  return (
    <Card title={title} className="card-wide" query={query} rows={6} tools={tools}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyNote icon="insights" title={empty.title}>
            {empty.text}
          </EmptyNote>
        ) : (
          <>
            <div className="breakdown-scroll">
              <table className="breakdown">
                <thead>
                  <tr>
                    {columns.map((name) => (
                      <th key={name} scope="col">
                        {name}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>{items.map(children)}</tbody>
              </table>
            </div>
            <p className="note">{note}</p>
            <ActionBar view={actions} />
          </>
        )
      }
    </Card>
  );
}
