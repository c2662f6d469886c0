using System.Net;

namespace SessionsWidgets.AspNetCore;

/// <summary>What a widget takes from the page that it stands in.</summary>
internal abstract class WidgetPage
{
    /// <summary>Where the page is, for the log.</summary>
    public abstract string Path { get; }

    /// <summary>The language of the page, as a BCP 47 tag; null where nobody has worked one out.</summary>
    public abstract string? Language { get; }

    /// <summary>Where the visitor's request came from.</summary>
    public abstract IPAddress? VisitorAddress { get; }

    /// <summary>Cancelled when nobody waits for the page any more.</summary>
    public abstract CancellationToken Aborted { get; }

    /// <summary>How long its widgets may wait; null where nothing waits for them.</summary>
    public abstract PageBudget? Budget { get; }

    /// <summary>Finds out which business the page means where a tag does not say: null for the default one.</summary>
    /// <exception cref="ParameterException">The page cannot say.</exception>
    public abstract string? GetBusinessName();

    /// <summary>Makes the page one for a widget that is not for everyone.</summary>
    /// <exception cref="InvalidOperationException">Such a widget cannot stand in it.</exception>
    public abstract void Restrict(WidgetAudience audience);
}
