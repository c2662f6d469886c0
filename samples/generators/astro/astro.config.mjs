import { defineConfig } from "astro/config";

export default defineConfig({
  site: "https://lounge.example.com",
  outDir: "./_site",
});
