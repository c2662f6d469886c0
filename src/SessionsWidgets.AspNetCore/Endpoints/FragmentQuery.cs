using System.Buffers;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace SessionsWidgets.AspNetCore;

/// <summary>The widget and business of a query string. Immutable.</summary>
internal sealed record FragmentQuery(Widget Widget, string? Business)
{
    private const string LimitName = "limit";

    /// <summary>What needs no percent-encoding in the value of a query.</summary>
    private static readonly SearchValues<char> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/?:@!$'()*,;");

    /// <summary>Parses a query string within the limits of the options.</summary>
    /// <exception cref="ParameterException">A name or a value is not allowed.</exception>
    public static FragmentQuery Read(WidgetDefinition type, HttpRequest request, WidgetEndpointOptions options)
    {
        var values = new List<KeyValuePair<string, string>>(request.Query.Count);
        foreach (var (name, texts) in request.Query)
        {
            if (texts.Count > 1) throw new ParameterException(name, texts.ToString(), "it is set more than once.");
            values.Add(new(name, texts.ToString()));
        }

        var business = BusinessParameter.Take(values);
        var widget = Parse(type, values, options);
        if (business is not null) CheckAllowed(BusinessParameter.Name, business, options);
        foreach (var (name, text) in values) CheckAllowed(name, text, options);
        var pairs = Pairs(type, widget, values, business);
        CheckSpelling(request.QueryString.Value ?? "", pairs);
        return new FragmentQuery(type.GetPageParameter(widget) is null ? widget : WithPages(type, widget, request, pairs), business);
    }

    /// <summary>Parses a query string that may set the business alone.</summary>
    /// <returns>The name of the business; null if the query sets none.</returns>
    /// <exception cref="ParameterException">A name or a value is not allowed.</exception>
    public static string? ReadBusiness(HttpRequest request, WidgetEndpointOptions options)
    {
        string? business = null;
        foreach (var (name, texts) in request.Query)
        {
            if (name != BusinessParameter.Name)
                throw new ParameterException(name, texts.ToString(), $"the query may set '{BusinessParameter.Name}' alone.");
            if (texts.Count > 1) throw new ParameterException(name, texts.ToString(), "it is set more than once.");
            business = texts.ToString();
            CheckAllowed(name, business, options);
        }

        CheckSpelling(request.QueryString.Value ?? "", string.IsNullOrWhiteSpace(business) ? [] : [Pair(business)]);
        return business;
    }

    private static Widget Parse(WidgetDefinition type, List<KeyValuePair<string, string>> values, WidgetEndpointOptions options)
    {
        try
        {
            var widget = type.Parse(values, options.Defaults.TryGetValue(type.Name, out var defaults) ? defaults : null);
            CheckLimit(values, options);
            return widget;
        }
        catch (ParameterException e) when (e.ParameterName == LimitName)
        {
            CheckLimit(values, options, min: 1);
            throw;
        }
    }

    /// <summary>Values have one spelling, so that visitors cannot make up any number of addresses for the same fragment.</summary>
    private static void CheckSpelling(string query, List<string> pairs)
    {
        var spelled = query.Length == 0 ? [] : query[1..].Split('&');
        if (spelled.Length != pairs.Count || !spelled.All(pairs.Contains))
            throw new ParameterException(
                "query", query, pairs.Count == 0 ? "leave it out." : $"write it as '?{string.Join('&', pairs)}'.");
    }

    /// <summary>Gives a widget the addresses of its other pages, as fragments.</summary>
    private static Widget WithPages(WidgetDefinition type, Widget widget, HttpRequest request, List<string> pairs)
    {
        var others = pairs.Where(p => !p.StartsWith("page=", StringComparison.Ordinal)).Append("page={page}");
        var address = $"{request.PathBase.ToUriComponent()}{request.Path.ToUriComponent()}?{string.Join('&', others)}";
        return type.Parse([new("page-url", address)], widget);
    }

    /// <summary>The pairs of the query as they must be spelled.</summary>
    private static List<string> Pairs(
        WidgetDefinition type, Widget widget, List<KeyValuePair<string, string>> values, string? business)
    {
        var pairs = new List<string>(values.Count + 1);
        foreach (var (name, _) in values)
        {
            var parameter = type.FindParameter(name)!;
            pairs.Add($"{parameter.Name}={Encode(parameter.Get(widget) ?? "")}");
        }

        if (!string.IsNullOrWhiteSpace(business)) pairs.Add(Pair(business));
        return pairs;
    }

    private static string Pair(string business) => $"{BusinessParameter.Name}={Encode(business)}";

    /// <summary>Encodes a value as the endpoints take it.</summary>
    public static string Encode(string text) => text.AsSpan().ContainsAnyExcept(Plain) ? Uri.EscapeDataString(text) : text;

    private static void CheckAllowed(string name, string text, WidgetEndpointOptions options)
    {
        if (!options.AllowedParameters.Contains(name))
            throw new ParameterException(
                name,
                text,
                "a query may not set it: add it to WidgetEndpointOptions.AllowedParameters, or set WidgetEndpointOptions.Defaults.");
    }

    private static void CheckLimit(List<KeyValuePair<string, string>> values, WidgetEndpointOptions options, int min = int.MinValue)
    {
        var (name, text) = values.Find(value => value.Key.Equals(LimitName, StringComparison.OrdinalIgnoreCase));
        if (name is null || !options.AllowedParameters.Contains(name)) return;
        if (!int.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var limit)) return;
        if (limit < min || limit > options.MaxLimit)
            throw new ParameterException(name, text, $"it must be from 1 to {options.MaxLimit} (WidgetEndpointOptions.MaxLimit).");
    }
}
