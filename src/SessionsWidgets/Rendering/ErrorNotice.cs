using System.Text.Encodings.Web;

namespace SessionsWidgets;

/// <summary>Renders the notices of Development: an error in place of a widget, or below it the cause of missing data.
/// Thread-safe.</summary>
/// <remarks>Pages get these notices from <see cref="WidgetRenderer"/>; call it for a host that renders errors itself.</remarks>
public static class ErrorNotice
{
    /// <summary>Renders the notice in place of a widget, as UTF-8 HTML.</summary>
    /// <param name="widget">The name of the widget.</param>
    /// <param name="message">The error.</param>
    public static byte[] Render(string widget, string message) =>
        Render(widget, "cannot be shown.", "Visitors see the fallback instead.", message);

    /// <summary>Renders the notice below a widget that lacks data, as UTF-8 HTML.</summary>
    /// <param name="widget">The name of the widget.</param>
    /// <param name="diagnosis">The cause: <see cref="HtmlFragment.Diagnosis"/>.</param>
    public static byte[] RenderBelow(string widget, string diagnosis) =>
        Render(widget, "lacks data.", "Visitors do not see this notice: it is for development.", diagnosis);

    private static byte[] Render(string widget, string state, string visitors, string message)
    {
        var encoder = HtmlEncoder.Default;
        return Encoding.UTF8.GetBytes($"""
            <section class="sw sw-error" role="alert">
              <p><strong>&lt;{encoder.Encode(widget)}&gt; {state}</strong> {visitors}</p>
              <pre>{encoder.Encode(message)}</pre>
            </section>
            """);
    }
}
