import rss from "@astrojs/rss";
import { getCollection } from "astro:content";

export async function GET(context) {
  const posts = (await getCollection("journal")).sort((a, b) => +b.data.date - +a.data.date);
  return rss({
    title: "Journal of the lounge",
    description: "What happened here",
    site: context.site,
    items: posts.map(post => ({
      title: post.data.title,
      pubDate: post.data.date,
      link: `/journal/${post.id}/`,
      content: post.rendered.html,
    })),
  });
}
