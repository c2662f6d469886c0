using System.ComponentModel;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SessionsWidgets.AspNetCore;

/// <summary>Marks the beginning of a <c>&lt;cache&gt;</c>, so that widgets in it that are not for everyone refuse to be rendered.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[HtmlTargetElement("cache")]
[HtmlTargetElement("distributed-cache", Attributes = "name")]
public sealed class CacheBeginTagHelper : TagHelper
{
    /// <summary>Runs before ASP.NET Core's own tag helper.</summary>
    public override int Order => int.MinValue;

    /// <summary>Whether the tag stores its content. Default: true.</summary>
    [HtmlAttributeName("enabled")]
    public bool Enabled { get; set; } = true;

    /// <summary>The query parameters by which the content varies. Default: none.</summary>
    [HtmlAttributeName("vary-by-query")]
    public string? VaryByQuery { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (Enabled) CacheScope.Begin(context.TagName, VaryByQuery);
    }
}

/// <summary>Marks the end of a <c>&lt;cache&gt;</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[HtmlTargetElement("cache")]
[HtmlTargetElement("distributed-cache", Attributes = "name")]
public sealed class CacheEndTagHelper : TagHelper
{
    /// <summary>Runs after ASP.NET Core's own tag helper.</summary>
    public override int Order => int.MaxValue;

    /// <summary>Whether the tag stores its content. Default: true.</summary>
    [HtmlAttributeName("enabled")]
    public bool Enabled { get; set; } = true;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Enabled) CacheScope.End();
    }
}
