// Says that the packs of this program have rules or versions that the workbook lacks; nothing is taken by itself.
import { Button } from "antd";
import type { ReactNode } from "react";
import { useAsk } from "../../data/ask.ts";
import { useFormats, useWords } from "../../parts/words.tsx";

const nothing = {};

export function PackNews(props: { onRead(): void }): ReactNode {
  const { packs } = useWords();
  const formats = useFormats();
  const news = useAsk("packs.news", nothing).value;
  if (!news || news.added + news.changed + news.withdrawn === 0) return null;
  return (
    <div className="q-news" role="status">
      <p>
        {packs.news(formats.count(news.added), formats.count(news.changed))}
        {news.withdrawn > 0 ? packs.newsWithdrawn(formats.count(news.withdrawn)) : ""}
      </p>
      <Button onClick={props.onRead}>{packs.readNews}</Button>
    </div>
  );
}
