using System.Collections.Concurrent;

namespace SessionsWidgets.Preview;

/// <summary>A widget that the gallery shows. Immutable.</summary>
/// <param name="Definition">The widget.</param>
/// <param name="Renderers">What renders it.</param>
internal sealed record PreviewWidget(WidgetDefinition Definition, PreviewRenderers Renderers)
{
    public string Name => Definition.Name;

    /// <summary>Whether its parameters are those of a built-in one, of which it is known what they link to.</summary>
    public bool HasKnownLinks { get; init; } = true;

    /// <summary>What it shows.</summary>
    public required string About { get; init; }

    /// <summary>What there is to say of its template.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>One renderer for each client. Thread-safe.</summary>
/// <param name="create">Creates one; throws a <see cref="ParameterException"/> while the templates cannot be read.</param>
internal sealed class PreviewRenderers(Func<SessionsClient, WidgetRenderer> create)
{
    private readonly ConcurrentDictionary<SessionsClient, WidgetRenderer> _renderers = [];

    public WidgetRenderer Of(SessionsClient client) => _renderers.GetOrAdd(client, create);
}
