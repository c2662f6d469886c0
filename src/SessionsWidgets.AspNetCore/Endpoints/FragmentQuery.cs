using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace SessionsWidgets.AspNetCore;

/// <summary>The widget and business of a query string. Immutable.</summary>
internal sealed record FragmentQuery(Widget Widget, string? Business)
{
    private const string LimitName = "limit";

    /// <summary>Parses a query string within the limits of the options.</summary>
    /// <exception cref="ParameterException">A name or a value is not allowed.</exception>
    public static FragmentQuery Read(WidgetDefinition type, IQueryCollection query, WidgetEndpointOptions options)
    {
        var values = new List<KeyValuePair<string, string>>(query.Count);
        foreach (var (name, texts) in query)
        {
            if (texts.Count > 1) throw new ParameterException(name, texts.ToString(), "it is set more than once.");
            values.Add(new(name, texts.ToString()));
        }

        var business = BusinessParameter.Take(values);
        if (type.Parameters.Any(parameter => parameter.Name == LimitName)) CheckLimit(values, options);
        var widget = type.Parse(values, options.Defaults.TryGetValue(type.Name, out var defaults) ? defaults : null);
        if (business is not null) CheckAllowed(BusinessParameter.Name, business, options);
        foreach (var (name, text) in values) CheckAllowed(name, text, options);
        return new FragmentQuery(widget, business);
    }

    private static void CheckAllowed(string name, string text, WidgetEndpointOptions options)
    {
        if (!options.AllowedParameters.Contains(name))
            throw new ParameterException(
                name,
                text,
                "a query may not set it: add it to WidgetEndpointOptions.AllowedParameters, or set WidgetEndpointOptions.Defaults.");
    }

    private static void CheckLimit(List<KeyValuePair<string, string>> values, WidgetEndpointOptions options)
    {
        var (name, text) = values.Find(value => value.Key.Equals(LimitName, StringComparison.OrdinalIgnoreCase));
        if (name is null || !options.AllowedParameters.Contains(name)) return;
        if (!int.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var limit)) return;
        if (limit < 1 || limit > options.MaxLimit)
            throw new ParameterException(name, text, $"it must be from 1 to {options.MaxLimit} (WidgetEndpointOptions.MaxLimit).");
    }
}
