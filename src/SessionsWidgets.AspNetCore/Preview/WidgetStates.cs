using SessionsWidgets.Preview.Examples;

namespace SessionsWidgets.Preview;

/// <summary>A widget in one state.</summary>
/// <param name="Id">The id in the page.</param>
/// <param name="Title">What the state is called.</param>
/// <param name="About">What is to be seen.</param>
/// <param name="Html">The widget.</param>
internal sealed record ShownState(string Id, string Title, string About, string Html);

/// <summary>Finds the states that a widget can have.</summary>
internal static class WidgetStates
{
    /// <summary>When a picture is loaded cannot be seen.</summary>
    private const string SameLook = "loading";

    /// <summary>Renders the widget in each state that it shows, and with each value of the options that have a few.</summary>
    public static async Task<IReadOnlyList<ShownState>> RenderAsync(
        PreviewWidget widget, StateRenderer renderer, string language, CancellationToken cancellationToken)
    {
        var states = new List<ShownState>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var state in ExampleStates.All)
        {
            var html = await renderer.RenderAsync(widget, state, language, option: null, cancellationToken);
            // What changes nothing is no state of this widget.
            if (seen.Add(html) || IsError(html) || state.Language is not null)
                states.Add(new ShownState(state.Id, state.Title, state.About, html));
            if (state == ExampleStates.All[0]) await AddOptionsAsync(state);
        }

        return states;

        async Task AddOptionsAsync(ExampleState full)
        {
            foreach (var (parameter, value) in OptionsOf(widget.Definition))
            {
                var html = await renderer.RenderAsync(widget, full, language, (parameter.Name, value), cancellationToken);
                if (!seen.Add(html)) continue;
                var isChoice = parameter.Choices.Contains(value);
                states.Add(new ShownState(
                    isChoice ? $"{parameter.Name}-{value}" : parameter.Name,
                    isChoice ? $"{parameter.Name}=\"{value}\"" : parameter.Name,
                    parameter.Description,
                    html));
            }
        }
    }

    /// <summary>Whether an error stands in the place of a widget.</summary>
    public static bool IsError(string html) => html.Contains("<section class=\"sw sw-error\"", StringComparison.Ordinal);

    private static IEnumerable<(WidgetParameter Parameter, string Value)> OptionsOf(WidgetDefinition definition)
    {
        var defaults = definition.Parse([]);
        var choices =
            from parameter in definition.Parameters
            where !parameter.Choices.Contains("true") && parameter.Name != SameLook
            from value in parameter.Choices
            where value != (parameter.Get(defaults) ?? parameter.Choices[0])
            select (parameter, value);
        // A landmark, of which a page has one.
        return definition.FindParameter("page-url") is { } pages ? choices.Append((pages, "/all?page={page}")) : choices;
    }
}
