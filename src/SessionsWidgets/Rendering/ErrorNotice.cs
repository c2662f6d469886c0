using System.Text.Encodings.Web;

namespace SessionsWidgets;

/// <summary>The notice that stands in place of a widget in development: what is wrong, where.</summary>
public static class ErrorNotice
{
    /// <summary>The notice as HTML, in UTF-8.</summary>
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
