using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace SessionsWidgets.AspNetCore;

/// <summary>The HTML of a widget that is not for everyone.</summary>
/// <remarks>Decides when it is written: a layout may put the body, which is rendered before it, into a <c>&lt;cache&gt;</c>.</remarks>
/// <param name="fragment">The rendered widget.</param>
/// <param name="content">The content of the tag.</param>
/// <param name="check">Gets the HTML that replaces the widget; null if the widget may be shown.</param>
internal sealed class PersonalHtml(TagFragment fragment, IHtmlContent content, Func<TagFragment?> check) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var shown = check() ?? fragment;
        if (shown.NothingToShow) content.WriteTo(writer, encoder);
        writer.Write(shown.NothingToShow ? shown.Notice : shown.Html);
    }
}
