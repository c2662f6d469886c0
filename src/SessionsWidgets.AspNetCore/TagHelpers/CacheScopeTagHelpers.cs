using System.ComponentModel;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SessionsWidgets.AspNetCore;

/// <summary>Marks the start of a <c>&lt;cache&gt;</c> or <c>&lt;distributed-cache&gt;</c>, so that a widget in it that is not for everyone
/// is not rendered.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[HtmlTargetElement("cache")]
[HtmlTargetElement("distributed-cache", Attributes = "name")]
public sealed class CacheBeginTagHelper : TagHelper
{
    /// <summary>The order of this tag helper: before that of ASP.NET Core.</summary>
    public override int Order => int.MinValue;

    /// <summary>Whether the tag caches its content. Default: true.</summary>
    [HtmlAttributeName("enabled")]
    public bool Enabled { get; set; } = true;

    /// <summary>The query parameters that the content depends on, separated by commas. Default: none.</summary>
    [HtmlAttributeName("vary-by-query")]
    public string? VaryByQuery { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (Enabled) CacheScope.Begin(context.TagName, VaryByQuery);
    }
}

/// <summary>Marks the end of a <c>&lt;cache&gt;</c> or <c>&lt;distributed-cache&gt;</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[HtmlTargetElement("cache")]
[HtmlTargetElement("distributed-cache", Attributes = "name")]
public sealed class CacheEndTagHelper : TagHelper
{
    /// <summary>The order of this tag helper: after that of ASP.NET Core.</summary>
    public override int Order => int.MaxValue;

    /// <summary>Whether the tag caches its content. Default: true.</summary>
    [HtmlAttributeName("enabled")]
    public bool Enabled { get; set; } = true;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Enabled) CacheScope.End();
    }
}
