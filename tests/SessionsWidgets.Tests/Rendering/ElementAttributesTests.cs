using System.Text;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.Rendering;

/// <summary>Where attributes that are no parameters are written, whatever the template looks like.</summary>
public class ElementAttributesTests
{
    private static readonly WidgetDefinition Definition = WidgetCatalog.BuiltIn.Get("recent-smokes");

    [Theory]
    [InlineData("<p>x</p>", "<p data-v-1 title=\"a\">x</p>")]
    [InlineData("<p class=\"a\"\nid='b'>x</p>", "<p data-v-1 title=\"a\" class=\"a\"\nid='b'>x</p>")]
    [InlineData("<br/>", "<br data-v-1 title=\"a\"/>")]
    [InlineData("\n<!-- <b> --><ul\n><li>", "\n<!-- <b> --><ul data-v-1 title=\"a\"\n><li>")]
    [InlineData("1 < 2 <!doctype x></p><my-el>", "1 < 2 <!doctype x></p><my-el data-v-1 title=\"a\">")]
    // Several elements: the first one. The browser takes the first of two attributes.
    [InlineData("Text <b>one</b><i>two</i>", "Text <b data-v-1 title=\"a\">one</b><i>two</i>")]
    [InlineData("<p title=\"own\">", "<p data-v-1 title=\"a\" title=\"own\">")]
    // No element: nothing.
    [InlineData("only text < > &lt;b>", "only text < > &lt;b>")]
    [InlineData("<!-- <b> ", "<!-- <b> ")]
    [InlineData("<", "<")]
    [InlineData("a <b", "a <b")]
    [InlineData("<!x <p><i>", "<!x <p><i data-v-1 title=\"a\">")]
    [InlineData("<?xml <p ?><i>", "<?xml <p ?><i data-v-1 title=\"a\">")]
    [InlineData("", "")]
    public void ApplyTo_AnyHtml_WritesThemIntoTheFirstElement(string html, string expected)
    {
        var until = DateTimeOffset.UnixEpoch;
        var fragment = new HtmlFragment(Encoding.UTF8.GetBytes(html), FragmentOrigin.Stale, true, until, new InvalidOperationException());
        var applied = Take(("data-v-1", ""), ("title", "a")).ApplyTo(fragment);
        applied.ToString().ShouldBe(expected);
        (applied.Origin, applied.IsEmpty, applied.FreshUntil, applied.Error)
            .ShouldBe((FragmentOrigin.Stale, true, until, fragment.Error));
        (applied.ETag == fragment.ETag).ShouldBe(html == expected);
        // The fragment itself stays, for other tags.
        fragment.ToString().ShouldBe(html);
        Take().ApplyTo(fragment).ShouldBeSameAs(fragment);
    }

    [Theory]
    [InlineData("title", "\"><script>", " title=\"&quot;&gt;&lt;script&gt;\"")]
    [InlineData("style", "a:'b'&c", " style=\"a:&#x27;b&#x27;&amp;c\"")]
    [InlineData("data-x", "هدوء 😀\n\0", " data-x=\"هدوء &#x1F600;&#xA;&#x0;\"")]
    [InlineData("SLOT", "{{ heading }}", " slot=\"{{ heading }}\"")]
    public void Take_Value_IsEncodedAndTheNameInLowerCase(string name, string value, string expected) =>
        Take((name, value)).ApplyTo(Fragment("<p>")).ToString().ShouldBe($"<p{expected}>");

    [Fact]
    public void Take_Attributes_LeavesParametersAndUnknownNames()
    {
        List<KeyValuePair<string, string>> values =
        [
            new("limit", "1"), new("data-a", "1"), new("aria-label", "x"), new("titel", ""), new("business", "b"), new("hidden", ""),
            new("data-", "1"), new("data-a b", "1"), new("data-a>", "1"), new("aria-\u0131", "1"), new("role", "list"),
        ];
        ElementAttributes.Take(Definition, values).ApplyTo(Fragment("<p>")).ToString().ShouldBe("<p data-a=\"1\" hidden>");
        values.Select(v => v.Key).ShouldBe(
            ["limit", "aria-label", "titel", "business", "data-", "data-a b", "data-a>", "aria-\u0131", "role"]);
    }

    [Theory]
    [InlineData("data-a", "DATA-A")]
    [InlineData("title", "Title")]
    [InlineData("hidden", "hidden")]
    public void Take_AttributeTwice_IsRefused(string one, string other) =>
        Should.Throw<ParameterException>(() => Take((one, ""), (other, "2")))
            .Message.ShouldBe($"{other} is '2'; the tag has that attribute twice: leave one.");

    [Theory]
    [InlineData("onclick")]
    [InlineData("ONERROR")]
    [InlineData("on")]
    [InlineData("onbeforematch")]
    public void Take_EventHandler_IsRefused(string name) =>
        Should.Throw<ParameterException>(() => Take((name, "x")))
            .Message.ShouldBe($"{name} is 'x'; a widget takes no event handlers: put it on an element around the tag.");

    [Fact]
    public async Task RenderAsync_ByName_RefusesThemAsItMayBeVisitorsWhoWriteThem()
    {
        using var handler = new StubHandler(Sessions.Page());
        await using var client =
            new SessionsClient(new SessionsClientOptions { ApiBaseUrl = new Uri("https://api.example.com"), HttpHandler = handler });
        var renderer = new WidgetRenderer(client);
        foreach (var name in (string[])["data-x", "style", "title", "hidden", "slot", "aria-hidden", "onclick"])
        {
            var error = await Should.ThrowAsync<ParameterException>(
                async () => await renderer.RenderAsync(client.GetBusiness(BusinessType.Venue, "a"), "recent-smokes", [new(name, "x")]));
            error.Message.ShouldStartWith($"<recent-smokes> has no attribute '{name}'.");
        }
    }

    private static HtmlFragment Fragment(string html) =>
        new(Encoding.UTF8.GetBytes(html), FragmentOrigin.Fresh, isEmpty: false, DateTimeOffset.UnixEpoch, error: null);

    private static ElementAttributes Take(params (string Name, string Value)[] values) =>
        ElementAttributes.Take(Definition, values.Select(v => KeyValuePair.Create(v.Name, v.Value)).ToList());
}
