import type { ArticleView } from "@mintreu/api/articles/reading";
import { Hydrate, orNotFound, serverTrpc } from "@mintreu/ui/support/server/trpc";
import { requireActor } from "@mintreu/ui/support/server/web.ts";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ArticleScreen } from "../../../../../components/help/ArticleScreen.tsx";
import { fetchFrame } from "../../../../../components/page/fetch-frame.ts";

interface Props {
  params: Promise<{ slug: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await requireActor();
  return { title: (await articleOf(params)).title };
}

/** One article, by its address of now or before, as this agent may read it. */
export default async function ArticlePage({ params }: Props) {
  await requireActor();
  const [article] = await Promise.all([articleOf(params), fetchFrame()]);
  return (
    <Hydrate>
      <ArticleScreen key={article.id} article={article} />
    </Hydrate>
  );
}

async function articleOf(params: Props["params"]): Promise<ArticleView> {
  const { client, queries } = serverTrpc();
  const { slug } = await params;
  const answer = await orNotFound(client.fetchQuery(queries.articles.read.queryOptions({ slug })));
  if ("movedTo" in answer) redirect(`/help/articles/${answer.movedTo}`);
  return answer.article;
}
