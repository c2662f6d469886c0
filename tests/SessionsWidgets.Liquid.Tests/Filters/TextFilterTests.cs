using System.Buffers;

namespace SessionsWidgets.Liquid.Tests;

/// <summary>A filter that appends its text: the same wherever it goes, at once or by way of a value.</summary>
public class TextFilterTests
{
    private const string Text = "a<b> & 'c' \"ü\" 𝒳 7 007";
    private const string Encoded = "a&lt;b&gt; &amp; &#39;c&#39; &quot;ü&quot; 𝒳 7 007";

    [Theory]
    [InlineData("{{ 1 | mix }}", Encoded)]
    [InlineData("<p title=\"{{ 1 | mix }}\"></p>", $"<p title=\"{Encoded}\"></p>")]
    [InlineData("{% assign a = 1 | mix %}{{ a }}", Encoded)]
    [InlineData("{% capture a %}{{ 1 | mix }}{% endcapture %}{{ a }}", Encoded)]
    [InlineData("{{ 1 | mix | upcase }}", "A&lt;B&gt; &amp; &#39;C&#39; &quot;Ü&quot; 𝒳 7 007")]
    [InlineData("{{ 1 | mix | mix }}", "a&lt;b&gt; &amp; &#39;c&#39; &quot;ü&quot; 𝒳 7 007")]
    [InlineData("{{ 1 | mix | size }}", "22")]
    [InlineData("{{ 1 | mix | raw }}", Text)]
    [InlineData("<a href=\"?q={{ 1 | mix }}\"></a>", "<a href=\"?q=a%3Cb%3E%20%26%20%27c%27%20%22%C3%BC%22%20%F0%9D%92%B3%207%20007\"></a>")]
    [InlineData("<script type=\"application/json\">{{ 1 | mix }}</script>", "<script type=\"application/json\">\"a\\u003Cb\\u003E \\u0026 \\u0027c\\u0027 \\u0022\\u00FC\\u0022 \\uD835\\uDCB3 7 007\"</script>")]
    [InlineData("[{{ nil | mix }}]", "[]")]
    [InlineData("[{{ nil | mix | default: 'none' }}]", "[none]")]
    [InlineData("{% assign n = nil | mix %}{% if n %}some{% else %}none{% endif %}", "none")]
    [InlineData("{{ '<' | escape | quote }}{{ '<' | quote }}", "“&lt;”“&lt;”")]
    public void Render_TheText_IsEncodedForItsPlace(string template, string expected) => Html(template).ShouldBe(expected);

    [Fact]
    public void Render_InTextMode_IsWrittenAsItIs() =>
        Html("{{ 1 | mix }}", new LiquidOptions { Filters = Filters, Encoding = LiquidEncoding.Text }).ShouldBe(Text);

    [Fact]
    public void Render_TextBeyondTheLimit_IsAnErrorAtTheFilter()
    {
        var options = new LiquidOptions { Filters = Filters, Limits = LiquidLimits.Default with { OutputBytes = 1000, AllocatedBytes = 1000 } };

        Error("<p>{{ 2000 | fill }}</p>").ShouldStartWith("page:1:14: The output is longer than 1000 bytes.");
        Error("{% assign a = 2000 | fill %}").ShouldStartWith("page:1:22: The render needs more than 1000 bytes for its values.");

        string Error(string template) => Should.Throw<LiquidException>(() => Html(template, options)).Message;
    }

    [Fact]
    public void Render_AFilterThatBuildsTheTextItself_IsTold() =>
        Should.Throw<InvalidOperationException>(() => Html("{{ 1 | built }}")).Message.ShouldContain("appends its text");

    private static ILiquidFilter[] Filters =>
    [
        new TextFilter("mix", static (input, text) =>
        {
            if (input.IsNil) return false;
            text.Append("a<b>");
            text.Append(" & 'c'"u8);
            text.Append(' ');
            text.Append("\"ü\" ");
            text.Append("𝒳");
            text.Append(' ');
            text.Append((LiquidValue)7);
            text.Append(' ');
            text.Append(7, minimumDigits: 3);
            return true;
        }),
        new TextFilter("quote", static (input, text) =>
        {
            text.Append('“');
            text.Append(input);
            text.Append('”');
            return true;
        }),
        new TextFilter("fill", static (input, text) =>
        {
            input.TryGetInteger(out var count);
            text.Append(new string('x', (int)count));
            return true;
        }),
        new TextFilter("built", static (_, text) => text.Build().IsText),
    ];

    private static string Html(string template) => Html(template, new LiquidOptions { Filters = Filters });

    private static string Html(string template, LiquidOptions options) =>
        LiquidTemplate.Parse(template, "page", options).Render(LiquidValue.Nil, Settings.Standard);

    private delegate bool Appending(LiquidValue input, LiquidTextBuilder text);

    private sealed class TextFilter(string name, Appending append) : ILiquidTextFilter
    {
        public string Name => name;

        public LiquidParameters Parameters => default;

        public bool TryAppend(in LiquidValue input, in LiquidArguments arguments, LiquidRenderContext context, in LiquidTextBuilder text) =>
            append(input, text);
    }
}
