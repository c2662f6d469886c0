namespace SessionsWidgets;

/// <summary>Selects the page of a widget by a query parameter of the page that contains it.</summary>
internal static class PageTurning
{
    /// <summary>Gets the name of the query parameter; null for a widget whose page does not come from the address.</summary>
    public static string? ParameterOf(string name, Widget widget) =>
        widget is IPagedWidget { More: true, PageUrl: null } ? (widget.Id ?? name) + "-page" : null;

    /// <summary>Returns the widget for the page that an address asks for, whatever visitors have written into it.</summary>
    /// <param name="name">The name of the widget.</param>
    /// <param name="widget">The widget.</param>
    /// <param name="address">The path and the query of the page that contains it; null if they are unknown.</param>
    /// <param name="isOneOff">Whether the links contain other parameters, which anyone can invent.</param>
    public static Widget Turn(string name, Widget widget, string? address, out bool isOneOff)
    {
        isOneOff = false;
        return address is not null && ParameterOf(name, widget) is { } parameter
            ? Turn(widget, (IPagedWidget)widget, parameter, address, out isOneOff)
            : widget;
    }

    /// <remarks>Apart, because the closure would be allocated for each widget that turns no pages.</remarks>
    private static Widget Turn(Widget widget, IPagedWidget paged, string parameter, string address, out bool isOneOff)
    {
        var mark = address.IndexOf('?', StringComparison.Ordinal);
        var (path, pairs) = mark < 0 ? (address, []) : (address[..mark], address[(mark + 1)..].Split('&'));
        var own = Array.Find(pairs, IsOwn);
        var page = own is null ? paged.Page : NumberOf(own[(parameter.Length + 1)..]);
        // Braces would be taken for the gap.
        var others = pairs.Where(p => p.Length > 0 && !IsOwn(p))
            .Select(p => p.Replace("{", "%7B", StringComparison.Ordinal).Replace("}", "%7D", StringComparison.Ordinal));
        var id = widget.Id ?? parameter;
        var end = $"{parameter}={IPagedWidget.PageGap}#{id}";
        var url = path + "?" + string.Concat(others.Select(p => p + "&")) + end;
        // Other parameters are left out if the link would be too long.
        if (!LinkTarget.IsValid(url)) url = path + "?" + end;
        isOneOff = url.Length > path.Length + 1 + end.Length;
        return LinkTarget.IsValid(url) ? paged.Turn(page, url, id) : widget;

        bool IsOwn(string pair) => pair.StartsWith(parameter + "=", StringComparison.OrdinalIgnoreCase);
    }

    private static int NumberOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, IPagedWidget.MaxPage) : 1;
}
