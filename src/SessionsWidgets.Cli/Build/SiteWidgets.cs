using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;

namespace SessionsWidgets.Cli.Build;

/// <summary>Renders the widgets of a site, each distinct one once. Nothing is set up before the first is wanted. Thread-safe.</summary>
internal sealed class SiteWidgets(Func<IServiceProvider> services)
{
    private static readonly RenderRequest Request = new() { Patience = Timeout.InfiniteTimeSpan, Dates = DateStyle.Absolute };

    private readonly Lazy<Library> _library = new(() => Library.From(services()));
    private readonly ConcurrentDictionary<(string? Business, Widget Widget), Lazy<Task<HtmlFragment>>> _fragments = new();

    /// <summary>How many distinct ones have been rendered.</summary>
    public int Count => _fragments.Count;

    /// <summary>Reads the configuration and the templates, unless that is done.</summary>
    /// <exception cref="Exception">The configuration or the template folder cannot be used.</exception>
    public void SetUp() => _ = _library.Value;

    /// <exception cref="ParameterException">There is no such widget, attribute, value, or business.</exception>
    public Task<HtmlFragment> RenderAsync(string name, string? business, IEnumerable<KeyValuePair<string, string>> values, CancellationToken cancellationToken)
    {
        var widget = _library.Value.Renderer.Catalog.Find(name).Parse(values);
        return _fragments.GetOrAdd((business, widget), key => new(() => RenderAsync(key.Business, key.Widget, cancellationToken))).Value;
    }

    private async Task<HtmlFragment> RenderAsync(string? business, Widget widget, CancellationToken cancellationToken)
    {
        var (renderer, businesses) = _library.Value;
        return await renderer.RenderAsync(await businesses.FindAsync(business, cancellationToken), widget, Request, cancellationToken);
    }

    private sealed record Library(WidgetRenderer Renderer, BusinessDirectory Businesses)
    {
        public static Library From(IServiceProvider services) => new(services.GetRequiredService<WidgetRenderer>(), services.GetRequiredService<BusinessDirectory>());
    }
}
