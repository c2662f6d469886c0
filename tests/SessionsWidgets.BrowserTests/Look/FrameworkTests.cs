using System.Diagnostics;
using System.Text;
using Microsoft.Playwright;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.BrowserTests.Look;

/// <summary>
/// Widgets in the content, a card, a section and a sidebar of pages by well-known CSS frameworks look as they do where no rule of the
/// page reaches them; and the page looks as it does without the widgets' stylesheet.
/// </summary>
public sealed class FrameworkTests(Browser browser, FrameworkPackages packages) : IClassFixture<Browser>, IClassFixture<FrameworkPackages>
{
    /// <summary>A name, its stylesheets in node_modules, and the classes of the content, a card, its body, and a section.</summary>
    private static readonly (string Name, string Files, string Content, string Card, string CardBody, string Section)[] Frameworks =
    [
        ("bootstrap", "bootstrap/dist/css/bootstrap.min.css", "container", "card", "card-body", "bg-dark text-white"),
        ("bulma", "bulma/css/bulma.min.css", "content", "card", "card-content content", "section content"),
        ("foundation", "foundation-sites/dist/css/foundation.min.css", "grid-container", "card", "card-section", "callout primary"),
        ("uikit", "uikit/dist/css/uikit.min.css",
            "uk-article", "uk-card uk-card-primary", "uk-card-body", "uk-section uk-section-secondary"),
        ("fomantic-ui", "fomantic-ui-css/semantic.min.css", "ui text container", "ui card", "content", "ui inverted segment"),
        ("semantic-ui", "semantic-ui-css/semantic.min.css", "ui text container", "ui card", "content", "ui inverted segment"),
        ("materialize", "materialize-css/dist/css/materialize.min.css",
            "container", "card", "card-content white-text", "section collection"),
        ("primer", "@primer/css/dist/primer.css", "markdown-body", "Box markdown-body", "Box-body", "markdown-body Layout"),
        ("tachyons", "tachyons/css/tachyons.min.css",
            "nested-copy-line-height nested-links", "br3 ba nested-img", "pa3 nested-links", "bg-black white"),
        ("pure", "purecss/build/pure.css", "pure-g", "pure-form", "pure-u-1", "pure-menu"),
        ("milligram", "milligram/dist/milligram.min.css", "container", "row", "column", "container"),
        ("skeleton", "skeleton-css/css/normalize.css skeleton-css/css/skeleton.css", "container", "row", "twelve columns", "container"),
        ("spectre", "spectre.css/dist/spectre.min.css", "container", "card", "card-body", "hero bg-dark"),
        ("pico", "@picocss/pico/css/pico.min.css", "container", "grid", "overflow-auto", "container-fluid"),
        ("water", "water.css/out/water.css", "", "", "", ""),
        ("simple", "simpledotcss/simple.css", "", "notice", "", ""),
        ("mvp", "mvp.css/mvp.css", "", "", "", ""),
        ("sakura", "sakura.css/css/sakura.css", "", "", "", ""),
        ("new", "@exampledev/new.css/new.css", "", "", "", ""),
        ("open-props", "open-props/open-props.min.css open-props/normalize.min.css", "", "", "", ""),
        ("tailwind", "tailwindcss/preflight.css", "", "", "", ""),
        ("github-markdown", "github-markdown-css/github-markdown.css", "markdown-body", "markdown-body", "", "markdown-body"),
        ("chota", "chota/dist/chota.min.css", "container", "card", "row", "bg-dark text-white"),
        ("picnic", "picnic/picnic.min.css", "content", "card", "", "flex two"),
    ];

    /// <summary>
    /// For each place, what differs between the widgets in it and the same ones in a shadow root in it, which only the widgets' own
    /// stylesheet reaches; and what that stylesheet changes around them. What is inherited is the same in both.
    /// </summary>
    private const string Script = """
        ([html, css]) => {
          const names = [
            'display', 'position', 'float', 'clear', 'top', 'left', 'width', 'height', 'min-width', 'max-width', 'min-height',
            'max-height', 'margin', 'padding', 'border', 'border-radius', 'outline', 'box-shadow', 'box-sizing', 'background',
            'color', 'opacity', 'filter', 'transform', 'transition-duration', 'animation-name', 'font', 'font-variant',
            'letter-spacing', 'word-spacing', 'line-height', 'text-align', 'text-indent', 'text-transform', 'text-decoration',
            'text-shadow', 'white-space', 'word-break', 'overflow-wrap', 'hyphens', 'vertical-align', 'list-style', 'overflow',
            'object-fit', 'fill', 'stroke', 'stroke-width', 'cursor', 'content', 'flex', 'flex-direction', 'flex-wrap', 'align-items',
            'align-self', 'justify-content', 'gap', 'order', 'grid-template-columns', 'grid-column', 'columns', 'clip-path',
            'z-index', 'visibility', 'appearance', 'border-collapse', 'border-spacing', 'aspect-ratio'];
          const look = root => [...root.querySelectorAll('.sw, .sw *')].flatMap(e => ['', '::before', '::after'].map(pseudo => {
            const style = getComputedStyle(e, pseudo || null);
            if (pseudo && style.content === 'none') return null;
            return [`${e.tagName}.${e.getAttribute('class')}${pseudo}`, names.map(n => style.getPropertyValue(n))];
          }));
          const sheet = new CSSStyleSheet(), wrong = [];
          sheet.replaceSync(css);
          const outside = [...document.querySelectorAll('body, body *')];
          const around = () => outside.map(e => names.map(n => getComputedStyle(e).getPropertyValue(n)).join());
          const before = around();
          document.adoptedStyleSheets = [sheet];
          around().forEach((style, i) => { if (style !== before[i]) wrong.push(`${outside[i].outerHTML.slice(0, 60)} is changed`); });
          for (const place of document.querySelectorAll('[data-place]')) {
            const host = document.createElement('div');
            place.append(host);
            host.innerHTML = html;
            const open = look(host);
            host.innerHTML = '';
            const root = host.attachShadow({ mode: 'open' });
            root.adoptedStyleSheets = [sheet];
            root.innerHTML = html;
            const closed = look(root);
            host.remove();
            if (open.length < 2000 || open.length !== closed.length) wrong.push(`${open.length} and ${closed.length} elements`);
            open.forEach((o, i) => {
              const c = closed[i];
              if (!o || !c) { if (o || c) wrong.push(`${place.dataset.place}: ${(o ?? c)[0]} is there in one alone`); return; }
              names.forEach((n, k) => {
                if (o[1][k] !== c[1][k]) wrong.push(`${place.dataset.place}: ${o[0]} ${n}: ${o[1][k]} instead of ${c[1][k]}`);
              });
            });
          }
          return wrong;
        }
        """;

    [Fact]
    public async Task Widgets_InPagesOfFrameworks_LookAsWithoutThem()
    {
        var html = await AllWidgets.RenderAsync(states: false);
        var css = Encoding.UTF8.GetString(BuiltInTemplates.Stylesheet.Span);
        var page = await browser.NewPageAsync();
        await page.SetViewportSizeAsync(1280, 900);
        await page.RouteAsync("**/*", route => route.AbortAsync());
        var wrong = new List<string>();
        foreach (var (name, files, content, card, body, section) in Frameworks)
        {
            var styles = string.Concat(files.Split(' ').Select(f => $"<style>{packages.Read(f)}</style>"));
            await page.SetContentAsync($$"""
                <!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>.</title>{{styles}}<body><main>
                <article class="{{content}}" data-place="content"><h1>Lounge</h1><p>Text with a <a href="/">link</a>.</p></article>
                <div class="ui cards"><div class="{{card}}">
                <div class="{{body}}" data-place="card"><h2>Card</h2><p>Text</p></div></div></div>
                <section class="{{section}}" data-place="section"><h2>Section</h2><ul><li>Item</li></ul></section></main>
                <aside style="width: 300px" class="{{content}}" data-place="sidebar">
                <h3>Aside</h3><table><tr><td>1</td></tr></table></aside>
                """);
            var found = await page.EvaluateAsync<string[]>(Script, new[] { html, css });
            wrong.AddRange(found.Take(8).Select(f => $"{name}: {f}"));
        }

        wrong.ShouldBeEmpty();
    }
}

/// <summary>The frameworks, installed by npm from the lock file beside this one into a folder of their own.</summary>
public sealed class FrameworkPackages : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    public async Task InitializeAsync()
    {
        var npm = InstalledPrograms.Require("node", "npm")["npm"];
        foreach (var file in (string[])["package.json", "package-lock.json"])
            File.Copy(RepositoryFiles.PathOf("tests", "SessionsWidgets.BrowserTests", "Look", file), Path.Combine(_folder.Path, file));
        // None of what they would build with.
        string[] arguments =
            ["ci", "--legacy-peer-deps", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", "--no-update-notifier"];
        (await ProgramRun.OfProcessAsync(new ProcessStartInfo(npm, arguments) { WorkingDirectory = _folder.Path })).OrThrow("npm ci");
    }

    public Task DisposeAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>A stylesheet.</summary>
    /// <param name="path">Its path below node_modules.</param>
    public string Read(string path) =>
        File.ReadAllText(Path.Combine(_folder.Path, "node_modules", path));
}
