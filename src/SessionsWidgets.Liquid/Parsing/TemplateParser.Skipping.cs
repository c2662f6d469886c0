namespace SessionsWidgets.Liquid;

/// <content>Bodies that are not parsed.</content>
internal sealed partial class TemplateParser
{
    /// <summary>Goes on after a tag that ends a body which is not parsed.</summary>
    /// <returns>The body, as the content of the result.</returns>
    public Markup SkipTo(string endName, in Markup tag)
    {
        // The end has delimiters of its own, which no line within another tag can hold.
        if (_scanner.IsLines) throw Error($"Tag '{Name(tag)}' cannot stand in a 'liquid' tag.", tag.Start);
        var start = _scanner.Position;
        if (!FindTag(endName, start, Source.Text.Length, out var end))
        {
            _scanner.Continue(Source.Text.Length, trimNext: false);
            throw NotClosed(tag);
        }

        _scanner.Continue(end.ContentEnd, Source.Text[end.ContentEnd - 3] == '-');
        return new Markup { Kind = MarkupKind.Text, Start = start, ContentStart = start, ContentEnd = end.Start };
    }

    /// <summary>Skips a comment with the comments and raw texts in it.</summary>
    public void SkipComment(in Markup tag)
    {
        var depth = 1;
        while (depth > 0)
        {
            var markup = NextOrSkip();
            if (markup.Kind == MarkupKind.End) throw NotClosed(tag);
            if (markup.Kind != MarkupKind.Tag) continue;
            switch (Name(markup))
            {
                case "comment": depth++; break;
                case "endcomment": depth--; break;
                case "raw": SkipTo("endraw", markup); break;
            }
        }
    }

    /// <summary>
    /// Finds a tag by its name, whatever stands around it. Of several openings before one close, the last that begins a
    /// tag counts.
    /// </summary>
    public bool FindTag(string name, int start, int end, out Markup tag)
    {
        var text = Source.Text;
        tag = default;
        while (true)
        {
            var open = text.AsSpan(start, end - start).IndexOf("{%");
            if (open < 0) return false;
            open += start;
            var close = text.AsSpan(open, end - open).IndexOf("%}");
            if (close < 0) return false;
            close += open;
            open = LastOpening(open, close, out var found);
            start = close + 2;
            if (!found.SequenceEqual(name)) continue;
            tag = new Markup { Kind = MarkupKind.Tag, Start = open, ContentEnd = start };
            return true;
        }
    }

    private int LastOpening(int open, int close, out ReadOnlySpan<char> name)
    {
        var text = Source.Text.AsSpan(0, close);
        name = default;
        for (var at = close; at > open;)
        {
            at = open + text[open..at].LastIndexOf("{%");
            var start = at + 2;
            if (start < close && text[start] == '-') start++;
            while (start < close && Characters.IsWhiteSpace(text[start])) start++;
            var end = start;
            while (end < close && Characters.IsWord(text[end])) end++;
            if (end == start) continue;
            name = text[start..end];
            return at;
        }

        return open;
    }

    /// <summary>The next piece of a comment, in which broken markup is no error.</summary>
    private Markup NextOrSkip() => Skip(_scanner);

    private static Markup Skip(TemplateScanner scanner)
    {
        while (true)
        {
            try
            {
                return scanner.Next();
            }
            catch (UnterminatedMarkupException exception)
            {
                if (exception.RanIntoTag) scanner.SkipSwallowedTag();
            }
        }
    }

    private LiquidException NotClosed(in Markup tag) =>
        Error($"Tag '{Name(tag)}' is not closed: 'end{Name(tag)}' is missing.", tag.Start);
}
