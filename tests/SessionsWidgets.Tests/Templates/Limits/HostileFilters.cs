namespace SessionsWidgets.Tests.Templates;

/// <summary>Every filter again and again, on long texts, long lists and numbers, with each of them as its arguments.</summary>
internal static class HostileFilters
{
    private const string Text =
        "{% assign text = 'ababababababab b' %}{% for i in (1..14) %}{% assign text = text | append: text %}{% endfor %}";
    private const string List = "{% assign list = (1..20000) | reverse %}";
    private const string Texts = Text + "{% assign texts = text | slice: 0, 30000 | split: ' ' %}{% assign name = 'size' %}";

    public static IReadOnlyDictionary<string, Func<string>> All { get; } = new[]
    {
        ("text", "text", Text), ("text", "one", Text), ("list", "list", List), ("one", "text", Text), ("one", "list", List),
        ("texts", "name", Texts),
        ("text", "text", ""),
    }.SelectMany(
        static use => StandardFilters.All.Concat(WidgetFilters.All).Select(filter => Use(filter.Key, filter.Value.MaxArguments, use)))
        .DistinctBy(static use => use.Key)
        .ToDictionary(StringComparer.Ordinal);

    private static KeyValuePair<string, Func<string>> Use(string filter, int arguments, (string Input, string Argument, string Before) use)
    {
        var given = arguments == 0 ? "" : ": " + string.Join(", ", Enumerable.Repeat(use.Argument, arguments));
        var call = $"{{% assign x = {use.Input} | {filter}{given} %}}";
        return new(
            $"{call}{(use.Before.Length > 0 ? " of much" : "")}",
            () => $"{use.Before}{{% for i in (1..99999) %}}{{% for j in (1..99999) %}}{call}{{% endfor %}}{{% endfor %}}");
    }
}
