using System.Text.Encodings.Web;

namespace SessionsWidgets;

/// <summary>The error shown in place of a widget in development. Public for surfaces outside this assembly.</summary>
public static class ErrorNotice
{
    /// <summary>Renders the notice as UTF-8 HTML.</summary>
    public static byte[] Render(string widget, string message)
    {
        var encoder = HtmlEncoder.Default;
        return Encoding.UTF8.GetBytes($"""
            <section class="sw sw-error" role="alert">
              <p><strong>&lt;{encoder.Encode(widget)}&gt; cannot be shown.</strong> Visitors see the fallback instead.</p>
              <pre>{encoder.Encode(message)}</pre>
            </section>
            """);
    }
}
