using System.Net;

namespace SessionsWidgets;

/// <summary>What a surface knows of the request that a widget is rendered for. Immutable.</summary>
public sealed record RenderRequest
{
    /// <summary>How long to wait at most when there is nothing to show yet. Default: the <see cref="CachePolicy.PageBudget"/>.
    /// <see cref="Timeout.InfiniteTimeSpan"/>: as long as the fetch takes.</summary>
    public TimeSpan? MaxWait { get; init; }

    /// <summary>The visitor's language, as a BCP 47 tag; where there are no texts in it, the business's counts. Default: the
    /// business's.</summary>
    public string? Language { get; init; }

    /// <summary>How dates are written where the widget does not say. Default: relative.</summary>
    public DateStyle Dates { get; init; }

    /// <summary>Where the visitor's request came from, for widgets about the visitor (<see cref="WidgetAudience.Visitor"/>). Default:
    /// unknown. Behind a proxy, only what the host's own settings for forwarded headers say is true.</summary>
    public IPAddress? VisitorAddress { get; init; }

    internal static RenderRequest Default { get; } = new();

    /// <summary>The request as text; the visitor's address is left out.</summary>
    public override string ToString() => $"{nameof(RenderRequest)} {{ Patience = {MaxWait}, Language = {Language}, Dates = {Dates} }}";
}
