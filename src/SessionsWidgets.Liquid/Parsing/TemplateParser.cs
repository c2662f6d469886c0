using System.Runtime.CompilerServices;

namespace SessionsWidgets.Liquid;

/// <summary>Parses one source to nodes. Errors of tags and outputs are collected, so that all of a template are known at once.</summary>
internal sealed partial class TemplateParser
{
    /// <summary>How many levels a render nests before it looks at what is left of the stack.</summary>
    private const int LevelsBetweenChecks = 16;

    private TemplateScanner _scanner;
    private int _depth;

    /// <summary>Where among the gathered nodes those of the present block begin.</summary>
    private int _blockStart;

    public TemplateParser(Compilation compilation, SourceText source, Partial partial)
    {
        Compilation = compilation;
        Source = source;
        Partial = partial;
        Html = partial.Start;
        _outermost = new Exit(partial.Exit ?? partial.Start, null);
        _scanner = new TemplateScanner(source.Text, 0, source.Text.Length, isLines: false);
    }

    public Compilation Compilation { get; }

    public SourceText Source { get; }

    /// <summary>What is parsed.</summary>
    public Partial Partial { get; }

    public SymbolTable Symbols => Partial.Symbols;

    public LiquidLimits Limits => Compilation.Options.Limits;

    public ParserScratch Scratch => Compilation.Scratch;

    /// <summary>Parses the source and completes the partial.</summary>
    public void Parse()
    {
        if (Source.Text.Length > Limits.SourceLength)
            throw Error(LiquidErrorKind.Limit, $"The template is longer than {Limits.SourceLength} characters.", 0);
        Partial.Complete(Source, Body([], default, out _), Html);
    }

    /// <summary>The symbol of a name that is read.</summary>
    public Symbol Read(ReadOnlySpan<char> name) => Symbols.Read(name, Scratch.Names);

    /// <summary>The symbol of a name that gets a value.</summary>
    public Symbol Bind(ReadOnlySpan<char> name) => Symbols.Bind(name, Scratch.Names);

    /// <summary>A name as an expression; where it stands matters only when unknown names are errors.</summary>
    public VariableExpression Variable(ReadOnlySpan<char> name, int position)
    {
        var symbol = Read(name);
        return Compilation.Options.StrictVariables ? new VariableExpression(symbol, position) : symbol.Expression;
    }

    public string Intern(ReadOnlySpan<char> text) => Scratch.Names.Intern(text);

    public string Intern(string text) => Scratch.Names.Intern(text);

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
        Nest(opener);
        var outer = _blockStart;
        _blockStart = Scratch.Nodes.Count;
        ParseNodes(ends, out end);
        var nodes = Scratch.Nodes.TakeFrom(_blockStart);
        var isDeep = _depth % LevelsBetweenChecks == 0;
        _blockStart = outer;
        _depth--;
        if (end.Kind == MarkupKind.End && ends.Length > 0)
        {
            var name = Name(opener).ToString();
            Compilation.Report(Source.Error(LiquidErrorKind.Syntax, $"Tag '{name}' is not closed: 'end{name}' is missing.", opener.Start));
        }

        return nodes.Length == 0 ? Block.Nothing : new Block(nodes, isDeep);
    }

    /// <summary>The nodes of the lines of a <c>liquid</c> tag.</summary>
    public void Lines(in Markup tag)
    {
        Nest(tag);
        var outer = _scanner;
        _scanner = new TemplateScanner(Source.Text, tag.ContentStart, tag.ContentEnd, isLines: true);
        ParseNodes([], out _);
        _scanner = outer;
        _depth--;
    }

    /// <summary>Goes one level deeper; when that is too deep nothing after it can be understood, so it is the last error.</summary>
    private void Nest(in Markup opener)
    {
        if (++_depth > Limits.Nesting + 1) throw TooDeep($"Tags are nested deeper than {Limits.Nesting}.", opener);

        // Each partial may be nested as deeply again, which a thread may have no stack for.
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack()) throw TooDeep("Tags and partials are nested too deeply.", opener);
    }

    private CompilationStoppedException TooDeep(string message, in Markup opener) =>
        Compilation.Stop(Source.Error(LiquidErrorKind.Limit, message, opener.Start));

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

    private void ParseNodes(ReadOnlySpan<string> ends, out Markup end)
    {
        while (true)
        {
            var markup = Next();
            switch (markup.Kind)
            {
                case MarkupKind.Text:
                    AddText(markup.ContentStart, markup.ContentEnd, Content(markup).IndexOfAnyExcept(Characters.WhiteSpace) < 0);
                    break;
                case MarkupKind.Output:
                    Recover(markup);
                    break;
                case MarkupKind.Tag when !IsOneOf(Name(markup), ends):
                    Recover(markup);
                    break;
                default:
                    end = markup;
                    return;
            }
        }
    }

    /// <summary>Parses an output or a tag; when that fails, reports it and goes on after it.</summary>
    private void Recover(in Markup markup)
    {
        var html = Html;
        var branches = Scratch.Branches.Count;
        try
        {
            if (markup.Kind == MarkupKind.Output) Scratch.Nodes.Add(Output(markup));
            else Tag(markup);
            return;
        }
        catch (LiquidException exception)
        {
            Compilation.Report(exception.Error);
        }

        // Not in the handler, which would hold the stack of each tag around that failed.
        Scratch.DropExpressions();
        Scratch.Branches.RemoveRange(branches, Scratch.Branches.Count - branches);
        if (markup.Kind == MarkupKind.Tag) SkipBody(markup);
        Html = html;
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

    private void Tag(in Markup tag)
    {
        var name = Name(tag);
        if (TagTable.Find(name) is { } parse)
        {
            if (parse(this, tag) is { } node) Scratch.Nodes.Add(node);
            return;
        }

        foreach (var own in Compilation.Options.Tags)
        {
            if (!name.SequenceEqual(own.Name)) continue;
            Scratch.Nodes.Add(CustomTag.Parse(this, own, tag));
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

    /// <summary>Adds text of which no white space may be left out, nor any around it.</summary>
    public void AddVerbatim(int start, int end) => AddText(start, end, isBlank: false);

    private void AddText(int start, int end, bool isBlank)
    {
        if (end > start) Track(Source.Text.AsSpan(start, end - start), start);
        var nodes = Scratch.Nodes;
        if (nodes.Count > _blockStart && nodes[^1] is TextNode last && last.TryExtend(start, end, isBlank)) return;
        nodes.Add(new TextNode(Source.Text, start, end, isBlank));
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
