using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SessionsWidgets.Benchmarks.Site;

/// <summary>A tag helper that does nothing but write ready-made HTML: what Razor takes for any tag.</summary>
[HtmlTargetElement("bare-tag")]
public sealed class BareTagHelper : TagHelper
{
    private static readonly HtmlString[] Ready =
        [new(PastedHtml.RecentSmokes), new(PastedHtml.CigarCards), new(PastedHtml.SessionCard)];

    /// <summary>Which of the three widgets.</summary>
    public int Index { get; set; }

    public override Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Ready[Index]);
        return Task.CompletedTask;
    }
}
