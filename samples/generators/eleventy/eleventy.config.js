import { RenderPlugin } from "@11ty/eleventy";
import rss from "@11ty/eleventy-plugin-rss";

export default function (config) {
  config.addPlugin(RenderPlugin);
  config.addPlugin(rss);
  config.addPassthroughCopy("content/css");
  config.setFrontMatterParsingOptions({ excerpt: true, excerpt_separator: "<!--more-->" });
}

export const config = {
  dir: { input: "content" },
};
