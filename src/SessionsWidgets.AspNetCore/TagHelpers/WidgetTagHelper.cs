using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.DependencyInjection;

namespace SessionsWidgets.AspNetCore;

/// <summary>The base class of the tag helpers of widgets. The attributes of the tag are the parameters of the widget. The content of the
/// tag is shown if the widget has nothing to show.</summary>
/// <remarks>A parameter that is not allowed does not throw: Development shows the error in place of the widget; other environments log it
/// and show only the content of the tag.</remarks>
public abstract class WidgetTagHelper : TagHelper, IWidgetTag
{
    private ReadOnlyTagHelperAttributeList _attributes = null!;

    private protected WidgetTagHelper()
    {
    }

    /// <summary>The context of the view; set by Razor.</summary>
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The order of this tag helper: after others, to detect whether one of them has written the tag.</summary>
    public override int Order => int.MaxValue;

    /// <summary>Gets the name of the widget. Default: that of the tag.</summary>
    private protected virtual string NameOf(string tagName) => tagName;

    /// <summary>The attribute that is bound to a property; null for none.</summary>
    private protected virtual string? BoundAttribute => null;

    /// <summary>Sets options from the bound attributes.</summary>
    private protected virtual Widget Complete(Widget widget) => widget;

    private WidgetTagRenderer Renderer => ViewContext.HttpContext.RequestServices.GetService<WidgetTagRenderer>()
        ?? throw SessionsWidgetsBuilderExtensions.NotRegistered();

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);
        var tag = context.TagName;
        _attributes = context.AllAttributes;
        var renderer = Renderer;
        var page = renderer.PageOf(ViewContext.HttpContext);
        var name = NameOf(tag);
        if (IsTaken(context, output))
        {
            output.PreElement.AppendHtml(renderer.Refuse(page, tag, Taken()).Html);
            return;
        }

        output.TagName = null;
        output.Attributes.Clear();
        var fragment = await renderer.RenderAsync(page, name, this);
        if (fragment.IsPersonal)
        {
            var own = await output.GetChildContentAsync();
            var shown = fragment with { NothingToShow = fragment.NothingToShow && !own.IsEmptyOrWhiteSpace };
            output.Content.SetHtmlContent(new PersonalHtml(shown, own, () => renderer.RefuseIfStored(page, name)));
            return;
        }

        if (fragment.NothingToShow)
        {
            var content = await output.GetChildContentAsync();
            if (!content.IsEmptyOrWhiteSpace)
            {
                output.Content.SetHtmlContent(content).AppendHtml(fragment.Notice);
                return;
            }
        }

        output.Content.SetHtmlContent(new HtmlString(fragment.Html));
    }

    ParsedTag IWidgetTag.Parse(WidgetDefinition type, LiteralTags literals) => literals.GetOrParse(type, _attributes, BoundAttribute);

    object IWidgetTag.Owner => this;

    Widget IWidgetTag.Complete(Widget widget) => Complete(widget);

    /// <summary>Whether another tag helper has written the tag, its content or its attributes.</summary>
    private static bool IsTaken(TagHelperContext context, TagHelperOutput output)
    {
        if (output.IsContentModified || output.TagName != context.TagName) return true;
        for (var i = 0; i < output.Attributes.Count; i++)
        {
            if (!Has(context.AllAttributes, output.Attributes[i])) return true;
        }

        return false;
    }

    /// <summary>Whether the tag is written with the attribute, maybe with another of the same name too.</summary>
    private static bool Has(ReadOnlyTagHelperAttributeList own, TagHelperAttribute attribute)
    {
        for (var i = 0; i < own.Count; i++)
        {
            if (ReferenceEquals(own[i].Value, attribute.Value) && own[i].Name.Equals(attribute.Name, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private string Taken()
    {
        var type = GetType();
        return "another tag helper of the page has written this tag, and stays: take one of them out, this one by "
            + $"'@removeTagHelper {type.FullName}, {type.Assembly.GetName().Name}', or tell them apart by '@tagHelperPrefix'.";
    }
}
