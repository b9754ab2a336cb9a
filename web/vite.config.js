import { defineConfig } from "vite";

/** One script and one style sheet, without hashes: they are committed as package data. */
export default defineConfig({
  build: {
    outDir: "../src/orontes/web/static",
    emptyOutDir: true,
    target: "es2022",
    cssCodeSplit: false,
    modulePreload: false,
    rollupOptions: {
      input: "src/main.js",
      output: { entryFileNames: "page.js", assetFileNames: "page[extname]", codeSplitting: false },
    },
  },
});
