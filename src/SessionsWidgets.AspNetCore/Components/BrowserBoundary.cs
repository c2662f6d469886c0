#pragma warning disable BL0006 // The framework's renderer is reached for, as the remarks say.
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.RenderTree;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace SessionsWidgets.AspNetCore;

/// <summary>Keeps a component and what is in it on the server where its render mode would move it into the browser.</summary>
/// <remarks>
/// While prerendering, the framework puts a boundary around a component with a render mode, and writes a marker for it, by which the
/// browser's runtime looks for the component's type. It does not find one that is not compiled for the browser, and ends the page. There is
/// no public way to leave the marker out, so the boundary is replaced by one that is not marked. Where a version of the framework is built
/// differently, the marker stays.
/// </remarks>
/// <param name="boundary">The framework's boundary.</param>
internal sealed class BrowserBoundary(IComponent boundary) : IComponent
{
    private const string FrameworkBoundary = "Microsoft.AspNetCore.Components.Endpoints.SSRRenderModeBoundary";

    public void Attach(RenderHandle renderHandle) => boundary.Attach(renderHandle);

    public Task SetParametersAsync(ParameterView parameters) => boundary.SetParametersAsync(parameters);

    /// <summary>Whether the render mode of a prerendered widget would move it into the browser. If so, it stays on the server.</summary>
    /// <param name="http">The request.</param>
    /// <param name="widget">The widget.</param>
    /// <param name="mode">The render mode that the framework gives to the widget.</param>
    public static bool Holds(HttpContext http, IComponent widget, IComponentRenderMode? mode)
    {
        var isForBrowser = mode is InteractiveAutoRenderMode or InteractiveWebAssemblyRenderMode;
        // Beneath a boundary that has been replaced, there is no mode.
        if (!isForBrowser && !http.Items.ContainsKey(typeof(BrowserBoundary))) return false;
        if (http.RequestServices.GetService<IComponentPrerenderer>() is not Renderer renderer) return isForBrowser;
        try
        {
            return (GetComponentState(renderer, widget) is { } state && Replace(http, state)) || isForBrowser;
        }
        catch (MissingMemberException)
        {
            return isForBrowser;
        }
    }

    /// <returns>Whether the component is inside a boundary that is replaced.</returns>
    private static bool Replace(HttpContext http, ComponentState state)
    {
        for (; state.ParentComponentState is { } parent; state = parent)
        {
            if (parent.Component is BrowserBoundary) return true;
            if (parent.Component.GetType().FullName != FrameworkBoundary) continue;
            // A component that the browser has stays interactive; only the widget in it is left out.
            if (!IsOnServerOnly(state.Component, http)) return false;
            GetComponent(parent) = new BrowserBoundary(parent.Component);
            http.Items[typeof(BrowserBoundary)] = true;
            return true;
        }

        return false;
    }

    /// <summary>Whether the browser cannot have a component's assembly: the application, this library, or what refers to it.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "A site with interactive components is not trimmed.")]
    private static bool IsOnServerOnly(IComponent component, HttpContext http)
    {
        var (assembly, own) = (component.GetType().Assembly, typeof(BrowserBoundary).Assembly);
        return assembly == own
            || assembly.GetName().Name == http.RequestServices.GetRequiredService<IHostEnvironment>().ApplicationName
            || assembly.GetReferencedAssemblies().Any(a => a.Name == own.GetName().Name);
    }

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "GetComponentState")]
    private static extern ComponentState? GetComponentState(Renderer renderer, IComponent component);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<Component>k__BackingField")]
    private static extern ref IComponent GetComponent(ComponentState state);
}
