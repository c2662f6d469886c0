namespace SessionsWidgets.Liquid;

/// <content>What the body of a capture yields, found before it is parsed.</content>
internal sealed partial class TemplateParser
{
    /// <summary>
    /// Starts the body of a capture: HTML when its static text has markup or it calls a partial, else text that is
    /// encoded where it is written.
    /// </summary>
    public CaptureKind BeginCapture()
    {
        if (!IsHtml) return CaptureKind.Text;
        var kind = Html.IsPlain ? CaptureKind.Text : KindOfCapture();
        Html = kind == CaptureKind.Text ? new HtmlState { IsPlain = true } : new HtmlState { Foreign = HtmlState.InCapture };
        return kind;
    }

    private CaptureKind KindOfCapture()
    {
        var ahead = new TemplateScanner(Source.Text, _scanner.Position, _scanner.End, _scanner.IsLines);
        var kind = CaptureKind.Text;
        var depth = 0;
        while (true)
        {
            var markup = Skip(ahead);
            switch (markup.Kind)
            {
                case MarkupKind.End:
                    return kind;
                case MarkupKind.Text when Content(markup).Contains('<'):
                    return CaptureKind.Markup;
                case MarkupKind.Output:
                    kind = Max(kind, KindOfOutput(Content(markup)));
                    break;
                case MarkupKind.Tag when Name(markup) is "comment" or "doc":
                    SkipBlock(ahead, Name(markup));
                    break;
                case MarkupKind.Tag when Name(markup) is "capture":
                    depth++;
                    break;
                case MarkupKind.Tag when Name(markup) is "endcapture":
                    if (--depth < 0) return kind;
                    break;
                case MarkupKind.Tag:
                    kind = Max(kind, KindOfTag(markup));
                    break;
            }
        }
    }

    private void SkipBlock(TemplateScanner ahead, ReadOnlySpan<char> name)
    {
        for (var depth = 1; depth > 0;)
        {
            var markup = Skip(ahead);
            if (markup.Kind == MarkupKind.End) return;
            if (markup.Kind != MarkupKind.Tag) continue;
            var found = Name(markup);
            if (found.SequenceEqual(name)) depth++;
            else if (found.StartsWith("end") && found[3..].SequenceEqual(name)) depth--;
        }
    }

    private CaptureKind KindOfTag(in Markup tag)
    {
        var name = Name(tag);
        if (name is "render" or "include" or "tablerow") return CaptureKind.Markup;
        if (name is "echo") return KindOfOutput(Content(tag));
        if (name is "liquid") return KindOfLines(Content(tag));
        return IsOwnTag(name) || MakesHtml(Content(tag)) ? CaptureKind.Escaped : CaptureKind.Text;
    }

    private CaptureKind KindOfLines(ReadOnlySpan<char> lines)
    {
        foreach (var line in lines.EnumerateLines())
        {
            var tag = line.TrimStart(Characters.WhiteSpaceText);
            if (tag.StartsWith("render ") || tag.StartsWith("include ") || tag.StartsWith("tablerow ")) return CaptureKind.Markup;
            if (tag.StartsWith("echo ") && KindOfOutput(tag[5..]) == CaptureKind.Markup) return CaptureKind.Markup;
        }

        return MakesHtml(lines) ? CaptureKind.Escaped : CaptureKind.Text;
    }

    private CaptureKind KindOfOutput(ReadOnlySpan<char> content)
    {
        content = content.TrimStart(Characters.WhiteSpaceText);
        var length = 0;
        while (length < content.Length && Characters.IsNamePart(content[length])) length++;
        if (_htmlCaptures is not null && Symbols.Find(content[..length]) is { } symbol && _htmlCaptures.Contains(symbol))
            return CaptureKind.Markup;
        return MakesHtml(content) ? CaptureKind.Escaped : CaptureKind.Text;
    }

    private static CaptureKind Max(CaptureKind a, CaptureKind b) => a > b ? a : b;

    private bool IsOwnTag(ReadOnlySpan<char> name)
    {
        foreach (var own in Compilation.Options.Tags)
        {
            if (name.SequenceEqual(own.Name)) return true;
        }

        return false;
    }

    /// <summary>Whether markup may use a filter that yields HTML, as the host's own may; one too many does no harm.</summary>
    private bool MakesHtml(ReadOnlySpan<char> markup)
    {
        for (var pipe = markup.IndexOf('|'); pipe >= 0; pipe = markup.IndexOf('|'))
        {
            markup = markup[(pipe + 1)..].TrimStart(Characters.WhiteSpaceText);
            var length = 0;
            while (length < markup.Length && Characters.IsNamePart(markup[length])) length++;
            var name = markup[..length];
            if (name is "newline_to_br" or "raw" || FindOwn(name) is not null) return true;
        }

        return false;
    }
}

/// <summary>What a capture yields in HTML mode.</summary>
internal enum CaptureKind
{
    /// <summary>Text, encoded where it is written.</summary>
    Text,

    /// <summary>Encoded text, because a part of it may be HTML.</summary>
    Escaped,

    /// <summary>HTML with markup, which cannot stand in an attribute.</summary>
    Markup,
}
