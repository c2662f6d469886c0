using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SessionsWidgets.AspNetCore;

/// <summary>Renders <see cref="CigarCards"/>: <c>&lt;cigar-cards limit="4"&gt;…&lt;/cigar-cards&gt;</c>.</summary>
[HtmlTargetElement("cigar-cards")]
public sealed class CigarCardsTagHelper : WidgetTagHelper;
