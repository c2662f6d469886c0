using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SessionsWidgets.AspNetCore;

/// <summary><c>&lt;cigar-cards limit="4"&gt;…&lt;/cigar-cards&gt;</c>: cards of the cigars that were smoked
/// (<see cref="CigarCards"/>).</summary>
[HtmlTargetElement("cigar-cards")]
public sealed class CigarCardsTagHelper : WidgetTagHelper;
