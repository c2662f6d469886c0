namespace SessionsWidgets.BrowserTests.Look;

/// <summary>From 160 to 400 pixels, with text of up to twice its size: no word is cut into letters, and nothing sticks out.</summary>
public sealed class NarrowTests(Browser browser) : IClassFixture<Browser>
{
    /// <summary>
    /// What is wrong at each width and text size: lines that hold one or two letters of a longer word, and elements that are wider than
    /// their widget. Scripts that break between letters are left out.
    /// </summary>
    private const string Script = """
        () => {
          const wrong = [], range = document.createRange();
          const letters = /[\p{L}\p{M}\p{N}]+/gu, ideographs = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u;
          const cut = node => {
            const found = [];
            for (const word of node.data.matchAll(letters)) {
              if (word[0].length < 4 || ideographs.test(word[0])) continue;
              range.setStart(node, word.index); range.setEnd(node, word.index + word[0].length);
              if (range.getClientRects().length < 2) continue;
              const lines = new Map();
              for (let i = 0; i < word[0].length; i++) {
                range.setStart(node, word.index + i); range.setEnd(node, word.index + i + 1);
                const top = Math.round(range.getBoundingClientRect().top);
                lines.set(top, (lines.get(top) ?? 0) + 1);
              }
              if (lines.size > 1 && Math.min(...lines.values()) < 3) found.push(word[0]);
            }
            return found;
          };
          const visible = e => !e.closest('.sw-hidden, svg, [hidden], details:not([open]) > :not(summary)');
          for (const size of [100, 150, 200]) {
            document.body.style.fontSize = `${16 * size / 100}px`;
            for (let width = 160; width <= 400; width += 20) {
              document.body.style.width = `${width}px`;
              for (const widget of document.querySelectorAll('.sw')) {
                const at = `${widget.className} ${widget.lang} ${width}px ${size} %`;
                const walker = document.createTreeWalker(widget, NodeFilter.SHOW_TEXT);
                while (walker.nextNode()) {
                  const e = walker.currentNode.parentElement;
                  if (!visible(e) || !e.checkVisibility()) continue;
                  for (const word of cut(walker.currentNode))
                    wrong.push(`${at}: ${word} is cut in .${e.className || e.parentElement.className}`);
                }
                const box = widget.getBoundingClientRect();
                if (box.width > width + .5) wrong.push(`${at}: ${box.width} wide`);
                for (const e of widget.querySelectorAll(':not(svg *)')) {
                  if (!visible(e) || e.closest('.sw-scroll > *, .sw-avatar > *, .sw-picture > *')) continue;
                  const b = e.getBoundingClientRect();
                  if (b.width > 0 && (b.left < box.left - 1 || b.right > box.right + 1))
                    wrong.push(`${at}: ${e.tagName}.${e.getAttribute('class')} sticks out`);
                }
              }
            }
          }
          return wrong;
        }
        """;

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    [InlineData("ar")]
    [InlineData("ja")]
    public async Task Words_InNarrowWidgets_AreNotCutAndNothingSticksOut(string language)
    {
        var page = await browser.NewPageAsync();
        await page.SetViewportSizeAsync(1000, 900);
        // A wide font.
        const string Body = "<style>body { margin: 0; font-family: Noto Sans, sans-serif }</style>";
        await page.SetContentAsync(AllWidgets.Page(await AllWidgets.RenderAsync(language), Body));
        (await page.Locator(".sw").CountAsync()).ShouldBeGreaterThan(40);
        (await page.EvaluateAsync<string[]>(Script)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Script_WordThatIsCut_IsNoticed()
    {
        var page = await browser.NewPageAsync();
        await page.SetContentAsync(AllWidgets.Page(
            "<section class=\"sw\"><p style=\"width: 1ch\">Trevor</p><p style=\"width: 999px\">.</p></section>"));
        var found = await page.EvaluateAsync<string[]>(Script);
        found.ShouldContain(f => f.Contains("Trevor is cut"));
        found.ShouldContain(f => f.Contains("sticks out"));
    }
}
