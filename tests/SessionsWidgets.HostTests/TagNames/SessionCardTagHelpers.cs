using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SessionsWidgets.HostTests.TagNames;

/// <summary>The site's own <c>&lt;session-card&gt;</c>, about another kind of sessions.</summary>
[HtmlTargetElement("session-card")]
public class SessionCardTagHelper : TagHelper
{
    [HtmlAttributeName("room")]
    public string Room { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "article";
        output.Attributes.SetAttribute("class", "talk");
        output.Content.SetContent($"A talk in {Room}");
    }
}

/// <summary>The same, before all others.</summary>
[HtmlTargetElement("session-card")]
public sealed class EarlySessionCardTagHelper : SessionCardTagHelper
{
    public override int Order => -1000;
}

/// <summary>The same, after all others that do not say so, too.</summary>
[HtmlTargetElement("session-card")]
public sealed class LateSessionCardTagHelper : SessionCardTagHelper
{
    public override int Order => 1000;
}

/// <summary>Gives attributes to a tag.</summary>
[HtmlTargetElement("session-card")]
public sealed class TestIdTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        output.Attributes.SetAttribute("data-testid", context.TagName);
}

/// <summary>Writes around a tag, and leaves it alone.</summary>
[HtmlTargetElement("session-card")]
public sealed class FrameTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.PreElement.SetHtmlContent("<div class=\"frame\">");
        output.PostElement.SetHtmlContent("</div>");
    }
}
