/** A list as printed: one that ends in 等 stays open. */
import type { OpenList } from '../../core/ledger';
import { say } from '../text';
import type { Visit } from '../visit';
import { Cite } from './cite';

export const Names = ({ v: { t }, list }: { v: Visit; list: OpenList }) => (
  <>
    {list.items.map((item, i) => (
      <>
        {i > 0 && t.joins.list}
        {say(t, item.name)}
        <Cite source={item.source} />
      </>
    ))}
    {list.open && (
      <>
        {t.joins.sentence}
        <b>{t.agreements.openEnd}</b>
        <Cite source={list.source} />
      </>
    )}
  </>
);
