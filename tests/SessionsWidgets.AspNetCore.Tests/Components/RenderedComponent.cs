using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Components.Web.HtmlRendering;
using Microsoft.Extensions.Logging.Abstractions;

namespace SessionsWidgets.AspNetCore.Tests.Components;

/// <summary>Components without a web request, as a circuit has them: they live on, and can be changed.</summary>
internal sealed class RenderedComponent(IServiceProvider services) : IAsyncDisposable
{
    private readonly HtmlRenderer _renderer = new(services, NullLoggerFactory.Instance);

    private HtmlRootComponent _root;

    /// <summary>Renders one with what a page would have written, until it waits for nothing any more.</summary>
    public Task RenderAsync<TComponent>(params (string Name, object? Value)[] parameters)
        where TComponent : IComponent
    {
        var view = ParameterView.FromDictionary(parameters.ToDictionary(p => p.Name, p => p.Value));
        return _renderer.Dispatcher.InvokeAsync(async () => _root = await _renderer.RenderComponentAsync<TComponent>(view));
    }

    /// <summary>Does something where components do their work.</summary>
    public Task DoAsync(Action action) => _renderer.Dispatcher.InvokeAsync(action);

    public Task<string> HtmlAsync() => _renderer.Dispatcher.InvokeAsync(() => _root.ToHtmlString());

    public ValueTask DisposeAsync() => _renderer.DisposeAsync();
}
