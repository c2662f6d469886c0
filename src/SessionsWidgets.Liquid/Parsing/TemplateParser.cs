using System.Buffers;
using System.Text;

namespace SessionsWidgets.Liquid;

/// <summary>Parses one source to nodes. Errors of tags and outputs are collected, so that all of a template are known at once.</summary>
internal sealed partial class TemplateParser
{
    private readonly StaticText _static = new();
    private TemplateScanner _scanner;
    private byte[] _text = ArrayPool<byte>.Shared.Rent(1024);
    private int _textLength;
    private int _depth;

    public TemplateParser(Compilation compilation, SourceText source, SymbolTable symbols, bool isIsolated, HtmlState html, HtmlState? outerLoop = null)
    {
        Compilation = compilation;
        Source = source;
        Symbols = symbols;
        IsIsolated = isIsolated;
        Html = html;
        _exits.Push(new Exit(outerLoop ?? html, null));
        _scanner = new TemplateScanner(source.Text, 0, source.Text.Length, isLines: false);
    }

    public Compilation Compilation { get; }

    public SourceText Source { get; }

    public SymbolTable Symbols { get; }

    /// <summary>Whether this is a rendered partial, which may not include others.</summary>
    public bool IsIsolated { get; }

    /// <summary>The static text that the nodes refer to; its bytes are there when all is parsed.</summary>
    public StaticText Static => _static;

    public int TextLength => _textLength;

    public LiquidLimits Limits => Compilation.Options.Limits;

    public void ParseInto(Partial partial)
    {
        if (Source.Text.Length > Limits.SourceLength)
            throw Error(LiquidErrorKind.Limit, $"The template is longer than {Limits.SourceLength} characters.", 0);
        var body = Body([], default, out _);
        _static.Bytes = new byte[_textLength + Utf8Output.Overread];
        _text.AsSpan(0, _textLength).CopyTo(_static.Bytes);
        ArrayPool<byte>.Shared.Return(_text);
        _text = [];
        partial.Complete(Source, body, Html);
    }

    public string Intern(ReadOnlySpan<char> text) => Compilation.Intern(text);

    public LiquidException Error(string message, int position) => Error(LiquidErrorKind.Syntax, message, position);

    public LiquidException Error(LiquidErrorKind kind, string message, int position) => new(Source.Error(kind, message, position));

    public ReadOnlySpan<char> Name(in Markup tag) => Source.Text.AsSpan(tag.NameStart, tag.NameEnd - tag.NameStart);

    public ReadOnlySpan<char> Content(in Markup markup) =>
        Source.Text.AsSpan(markup.ContentStart, markup.ContentEnd - markup.ContentStart);

    public ExpressionParser Expressions(in Markup markup) => new(this, markup.ContentStart, markup.ContentEnd);

    /// <summary>The nodes up to one of the given tags.</summary>
    /// <param name="ends">The tags that end the body; none for a whole template.</param>
    /// <param name="opener">The tag that the body belongs to.</param>
    /// <param name="end">The tag that ended it; of kind <see cref="MarkupKind.End"/> when the source ended first.</param>
    public Block Body(ReadOnlySpan<string> ends, in Markup opener, out Markup end)
    {
        if (++_depth > Limits.Nesting + 1)
        {
            // Nothing after this can be understood, so it is the last error.
            throw Compilation.Stop(Source.Error(LiquidErrorKind.Limit, $"Tags are nested deeper than {Limits.Nesting}.", opener.Start));
        }

        var nodes = new List<Node>(4);
        ParseNodes(nodes, ends, out end);
        _depth--;
        if (end.Kind == MarkupKind.End && ends.Length > 0)
        {
            var name = Name(opener).ToString();
            Compilation.Report(Source.Error(LiquidErrorKind.Syntax, $"Tag '{name}' is not closed: 'end{name}' is missing.", opener.Start));
        }

        return nodes.Count == 0 ? Block.Nothing : new Block(nodes, _static);
    }

    /// <summary>The nodes of the lines of a <c>liquid</c> tag.</summary>
    public void Lines(List<Node> nodes, in Markup tag)
    {
        if (++_depth > Limits.Nesting + 1)
            throw Compilation.Stop(Source.Error(LiquidErrorKind.Limit, $"Tags are nested deeper than {Limits.Nesting}.", tag.Start));
        var outer = _scanner;
        _scanner = new TemplateScanner(Source.Text, tag.ContentStart, tag.ContentEnd, isLines: true);
        ParseNodes(nodes, [], out _);
        _scanner = outer;
        _depth--;
    }

    public Markup Next()
    {
        while (true)
        {
            try
            {
                return _scanner.Next();
            }
            catch (UnterminatedMarkupException exception)
            {
                Compilation.Report(Source.Error(LiquidErrorKind.Syntax, exception.Message, exception.Position));
            }
        }
    }

    private void ParseNodes(List<Node> nodes, ReadOnlySpan<string> ends, out Markup end)
    {
        while (true)
        {
            var markup = Next();
            switch (markup.Kind)
            {
                case MarkupKind.Text:
                    AddText(nodes, Content(markup), markup.Start);
                    break;
                case MarkupKind.Output:
                    Recover(nodes, markup);
                    break;
                case MarkupKind.Tag when !IsOneOf(Name(markup), ends):
                    Recover(nodes, markup);
                    break;
                default:
                    end = markup;
                    return;
            }
        }
    }

    /// <summary>Parses an output or a tag; when that fails, reports it and goes on after it.</summary>
    private void Recover(List<Node> nodes, in Markup markup)
    {
        var html = Html;
        try
        {
            if (markup.Kind == MarkupKind.Output) nodes.Add(Output(markup));
            else Tag(nodes, markup);
        }
        catch (LiquidException exception)
        {
            Compilation.Report(exception.Error);
            if (markup.Kind == MarkupKind.Tag) SkipBody(markup);
            Html = html;
        }
    }

    /// <summary>Reads on to the end of a block whose head could not be understood.</summary>
    private void SkipBody(in Markup tag)
    {
        var name = Name(tag);
        if (!TagTable.IsBlock(name)) return;
        string[] ends = [$"end{name}", "else", "elsif", "when"];
        Markup end;
        do Body(ends, tag, out end);
        while (end.Kind == MarkupKind.Tag && !Name(end).SequenceEqual(ends[0]));
    }

    private void Tag(List<Node> nodes, in Markup tag)
    {
        var name = Name(tag);
        if (TagTable.Find(name) is { } parse)
        {
            if (parse(this, nodes, tag) is { } node) nodes.Add(node);
            return;
        }

        foreach (var own in Compilation.Options.Tags)
        {
            if (!name.SequenceEqual(own.Name)) continue;
            nodes.Add(CustomTag.Parse(this, own, tag));
            return;
        }

        throw Error(LiquidErrorKind.UnknownName, UnknownTag(name, tag), tag.Start);
    }

    private string UnknownTag(ReadOnlySpan<char> name, in Markup tag)
    {
        if (name.Length == 0) return "This tag has no name.";
        if (name.StartsWith("end") || name is "else" or "elsif" or "when")
            return $"Tag '{name}' closes nothing that is open here.";
        return Suggestion.Unknown("tag", name.ToString(), TagTable.Names.Concat(["elsif"]).Concat(Compilation.Options.Tags.Select(own => own.Name)));
    }

    public void AddText(List<Node> nodes, ReadOnlySpan<char> text, int position)
    {
        if (text.Length > 0) AddText(nodes, text, position, text.IndexOfAnyExcept(Characters.WhiteSpace) < 0);
    }

    /// <summary>Adds text of which no white space may be left out, nor any around it.</summary>
    public void AddVerbatim(List<Node> nodes, ReadOnlySpan<char> text, int position) => AddText(nodes, text, position, isBlank: false);

    private void AddText(List<Node> nodes, ReadOnlySpan<char> text, int position, bool isBlank)
    {
        if (text.Length > 0) Track(text, position);
        Reserve(Encoding.UTF8.GetMaxByteCount(text.Length));
        var start = _textLength;
        _textLength += Encoding.UTF8.GetBytes(text, _text.AsSpan(start));
        TextNode.Add(nodes, start, _textLength - start, isBlank);
    }

    /// <summary>Appends static text of another source.</summary>
    /// <returns>Where it begins.</returns>
    public int AppendText(ReadOnlySpan<byte> text)
    {
        Reserve(text.Length);
        var start = _textLength;
        text.CopyTo(_text.AsSpan(start));
        _textLength += text.Length;
        return start;
    }

    /// <summary>Takes back what was appended after a length.</summary>
    public void DropText(int length) => _textLength = length;

    private void Reserve(int more)
    {
        var needed = _textLength + more;
        if (_text.Length >= needed) return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, _text.Length * 2));
        _text.AsSpan(0, _textLength).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_text);
        _text = larger;
    }

    private static bool IsOneOf(ReadOnlySpan<char> name, ReadOnlySpan<string> ends)
    {
        foreach (var end in ends)
        {
            if (name.SequenceEqual(end)) return true;
        }

        return false;
    }
}

/// <summary>The compilation ends here: the template nests too deeply to go on, or has too many errors.</summary>
internal sealed class CompilationStoppedException : Exception;
