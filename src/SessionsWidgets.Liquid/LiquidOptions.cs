namespace SessionsWidgets.Liquid;

/// <summary>What happens to values that a template writes.</summary>
public enum LiquidEncoding
{
    /// <summary>Each output is encoded for the place in the HTML where it stands.</summary>
    Html,

    /// <summary>Nothing is encoded: for what is not HTML.</summary>
    Text,
}

/// <summary>How templates are compiled. Shared by many templates; not changed after it is made; thread-safe.</summary>
public sealed record LiquidOptions
{
    /// <summary>Where partials come from. Default: there are none.</summary>
    public ITemplateLoader? Loader { get; init; }

    /// <summary>Keeps compiled partials for other templates. Default: null, each template compiles the partials that it calls.</summary>
    public LiquidPartialCache? PartialCache { get; init; }

    /// <summary>Filters besides the standard ones; one of the same name stands in for a standard one. Default: none.</summary>
    public IReadOnlyList<ILiquidFilter> Filters { get; init; } = [];

    /// <summary>Tags besides the standard ones. Default: none.</summary>
    public IReadOnlyList<ILiquidTag> Tags { get; init; } = [];

    /// <summary>The limits. Default: <see cref="LiquidLimits.Default"/>.</summary>
    public LiquidLimits Limits { get; init; } = LiquidLimits.Default;

    /// <summary>How output is encoded. Default: for HTML.</summary>
    public LiquidEncoding Encoding { get; init; } = LiquidEncoding.Html;

    /// <summary>Whether an unknown variable or member fails the render; otherwise it is nil, as in standard Liquid. Default: false.</summary>
    public bool StrictVariables { get; init; }

    /// <summary>Whether an unknown filter fails the compilation; otherwise it does nothing, as in standard Liquid. Default: true.</summary>
    public bool StrictFilters { get; init; } = true;

    /// <summary>Whether templates may use <c>raw</c> as a filter. Set to false for templates that are not trusted. Default: true.</summary>
    public bool AllowRaw { get; init; } = true;
}
