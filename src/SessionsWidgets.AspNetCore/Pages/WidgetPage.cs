using System.Net;

namespace SessionsWidgets.AspNetCore;

/// <summary>The page that a widget is rendered in.</summary>
internal abstract class WidgetPage
{
    /// <summary>The path, for the log.</summary>
    public abstract string Path { get; }

    /// <summary>The request that all widgets of the page are rendered for: language, path base and wait.</summary>
    public abstract RenderRequest Request { get; }

    /// <summary>The visitor's IP address.</summary>
    public abstract IPAddress? VisitorAddress { get; }

    /// <summary>Canceled when the request is aborted.</summary>
    public abstract CancellationToken Aborted { get; }

    /// <summary>Gets the business of the page; null for the default one.</summary>
    /// <exception cref="ParameterException">The page does not know its business.</exception>
    public abstract string? GetBusinessName();

    /// <summary>Prepares the page for a widget that is not for everyone.</summary>
    /// <exception cref="InvalidOperationException">The page cannot have such a widget.</exception>
    public abstract void Restrict(WidgetAudience audience);

    /// <summary>Gives a query parameter to a widget that turns its pages by it; caches must tell pages apart by that parameter.</summary>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="widget">The object that identifies the widget.</param>
    /// <returns>Whether no other widget of the page has it.</returns>
    public abstract bool Claim(string name, object widget);

    /// <summary>Limits how long caches may store the page; in the past: not at all.</summary>
    public abstract void LimitCaching(DateTimeOffset until);
}
