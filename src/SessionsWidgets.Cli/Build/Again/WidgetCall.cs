namespace SessionsWidgets.Cli.Build.Again;

/// <summary>What a tag says of its widget: equal calls on pages in folders of the same depth are rendered the same.</summary>
/// <param name="Widget">The name of the widget.</param>
/// <param name="Business">The name of the business; null for the default one.</param>
/// <param name="Depth">The number of folders that the page is in.</param>
/// <param name="Parameters">The parameters, in order.</param>
internal sealed record WidgetCall(string Widget, string? Business, int Depth, IReadOnlyList<KeyValuePair<string, string>> Parameters)
{
    public static WidgetCall Of(WidgetAttributes attributes, SiteFile page) =>
        new(attributes.Widget, attributes.Business, page.Name.Count(static c => c == '/'), attributes.Parameters);

    public bool Equals(WidgetCall? other) =>
        other is not null
        && (Widget, Business, Depth) == (other.Widget, other.Business, other.Depth)
        && Parameters.SequenceEqual(other.Parameters);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(Widget);
        hash.Add(Business);
        hash.Add(Depth);
        foreach (var (name, value) in Parameters)
        {
            hash.Add(name);
            hash.Add(value);
        }

        return hash.ToHashCode();
    }
}
