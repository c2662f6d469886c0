using System.Text;
using SessionsWidgets.BrowserTests.Look;

namespace SessionsWidgets.BrowserTests;

/// <summary>
/// A host page's rules, as wild as they come for elements and as strong as frameworks have them: the widgets look as they do without them.
/// </summary>
public sealed class HostRulesTests(Browser browser) : IClassFixture<Browser>
{
    private const string Rules = """
        section { padding: 40px; background: #eef; border: 3px solid red }
        h1, h2, h3, h4, h5, h6 {
          margin: 40px 0; border-bottom: 4px double; color: purple; font: italic 50px/3 serif; letter-spacing: 3px;
          text-align: center; text-transform: uppercase
        }
        p, dl, dt, dd, ol, ul, li {
          margin: 30px; padding: 20px; background: #ffd; color: red; line-height: 3; list-style: square; text-indent: 2em
        }
        li::before, q::before, p::after { content: "*"; display: block }
        dt { float: left; width: 200px; font-weight: 900 }
        img, svg { float: left; max-width: 50px; margin: 10px; padding: 10px; border: 5px solid lime; border-radius: 50%; background: pink }
        a { padding: 4px; background: yellow; color: lime; font-weight: 900; text-decoration: underline wavy red }
        table { width: 50%; margin: 30px; border: 3px solid red; border-collapse: separate; background: pink }
        td, th { padding: 20px; border: 2px solid blue; background: #ffc; text-align: center; text-transform: uppercase }
        time, q, bdi, span, article, div, nav {
          margin: 5px; padding: 5px; border: 1px dashed; background: pink; color: teal; font-style: italic; letter-spacing: 2px
        }
        caption { font-size: 40px }
        details { margin: 20px; padding: 40px; border: 5px solid red; background: #ff0 }
        summary { display: block; padding: 20px; color: red; font-size: 40px; list-style: none; text-transform: uppercase }
        summary::marker { color: red; content: ""; font-size: 60px }
        * { box-sizing: content-box }
        """;

    /// <summary>Of the form that well-known frameworks use, in the strongest place for each.</summary>
    private const string StrongRules = """
        .content p:not(:last-child) { margin-bottom: 4em }
        .content li + li { margin-top: 3em }
        .section-secondary:not(.preserve) h2, .section-secondary:not(.preserve) .sw-heading { color: #fff }
        .ui.cards > .card > .content p { margin: 0 0 5em; color: red }
        .ui.cards > .card > .content > section { margin: 5em }
        .card .card-content p { line-height: 9; color: red }
        .markdown-body table tr:nth-child(2n) { background: red }
        .markdown-body table td:not(:first-child) { padding: 40px; border: 3px solid red }
        .nested-links a:link, .nested-links a:visited { color: red; transition: color .15s ease-in }
        img[width][height] { width: auto; height: auto }
        svg { width: auto; height: auto; vertical-align: middle; display: block }
        svg:not([hidden]) { width: auto; height: auto; fill: red }
        """;

    /// <summary>What every element looks like, one line each.</summary>
    private const string Look = """
        () => [...document.querySelectorAll('.sw, .sw *')].flatMap(e => ['', '::before', '::after', '::marker'].map(pseudo => {
          const style = getComputedStyle(e, pseudo || null), box = pseudo ? {} : e.getBoundingClientRect();
          if (pseudo && style.content === 'none') return '';
          const names = [
            'content', 'display', 'float', 'color', 'backgroundColor', 'fontFamily', 'fontSize', 'fontStyle', 'fontWeight', 'lineHeight',
            'letterSpacing', 'textAlign', 'textIndent', 'textTransform', 'textDecoration', 'listStyle', 'borderWidth', 'borderRadius',
            'fill'];
          return `${e.tagName}.${e.getAttribute('class')}${pseudo} ${Math.round(box.width)}x${Math.round(box.height)} `
            + names.map(n => `${n}: ${style[n]}`).join('; ');
        }))
        """;

    [Theory]
    [InlineData(360)]
    [InlineData(1000)]
    public async Task Widgets_AmongHostRules_LookAsWithoutThem(int width)
    {
        var widgets = await AllWidgets.RenderAsync();
        var page = await browser.NewPageAsync();
        await page.SetViewportSizeAsync(width, 900);
        var look = new List<string[]>();
        foreach (var rules in (string[])["", Rules, StrongRules])
        {
            // The rules of the page's own body are inherited on purpose.
            await page.SetContentAsync(
                "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>.</title>"
                + $"<style>body {{ margin: 20px; font: 16px/1.5 sans-serif }} {rules}</style>"
                + $"<style>{Encoding.UTF8.GetString(BuiltInTemplates.Stylesheet.Span)}</style><body><main class=\"ui cards\">"
                + "<main class=\"card\"><main class=\"content card-content markdown-body nested-links section-secondary\">"
                + $"{widgets}</main></main></main>");
            look.Add(await page.EvaluateAsync<string[]>(Look));
        }

        look[0].Length.ShouldBeGreaterThan(500);
        foreach (var other in look.Skip(1))
            other.Zip(look[0]).Where(l => l.First != l.Second).Select(l => $"{l.First}\n    instead of {l.Second}").ShouldBeEmpty();
    }
}
