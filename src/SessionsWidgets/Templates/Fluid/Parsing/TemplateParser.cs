using Fluid.Parser;
using Parlot.Fluent;
using static Parlot.Fluent.Parsers;

namespace SessionsWidgets;

/// <summary>Fluid's parser, which notes where tags and outputs stand, and looks at how they nest. Thread-safe once made.</summary>
internal sealed partial class TemplateParser : FluidParser
{
    public TemplateParser(TemplateExtensions extensions, FilterTable filters)
        : base(new FluidParserOptions { AllowLiquidTag = true })
    {
        RegisterTags();
        foreach (var name in Comparison.Tests.Keys) RegisteredOperators[name] = (left, right) => new Comparison(left, right, name);
        var host = extensions.Register(this);
        foreach (var (name, tag) in RegisteredTags.ToArray())
        {
            var isHost = host.TryGetValue(name, out var kind);
            RegisteredTags[name] = new NestedParser<Statement>(tag, name, (template, statement, start) =>
                template.Note(isHost ? new ParsedTag(new HostTagSyntax(name, statement, kind)) : statement, start));
        }

        Primary.Parser = new NestedParser<Expression>(OneOf(Range(), Primary.Parser!), null, static (template, value, start) =>
            value is MemberExpression path
                ? new PathExpression(
                    string.Intern(((IdentifierSegment)path.Segments[0]).Identifier), [.. path.Segments.Skip(1).Select(Segment)],
                    template.AfterSpace(start))
                : value);
        FilterExpression.Parser = Filtered(filters);
    }

    public ParsedTemplate Parse(TemplateSource source, TemplateLimits limits)
    {
        var template = new ParsedTemplate(source, limits);
        var cursor = template.Scanner.Cursor;
        try
        {
            var success = Grammar.TryParse(template, out var statements, out var error);
            if (error is not null) throw Error(error.Message ?? "", error.Position.Offset);
            if (!success || !cursor.Eof) throw Error("The template cannot be understood from here on", cursor.Offset);
            template.Statements = statements;
            return template;
        }
        catch (Exception e) when (e is Fluid.ParseException or Parlot.ParseException or OverflowException or FormatException)
        {
            throw Error(e.Message, (e as Parlot.ParseException)?.Position.Offset ?? cursor.Offset);
        }

        TemplateException Error(string message, int offset) =>
            new(SyntaxMessage.For(template, offset, message, [.. RegisteredTags.Keys, "else", "elsif", "when"]));
    }

    /// <summary>Names that are the same object are found without comparing their characters; indexes are charged for.</summary>
    private static MemberSegment Segment(MemberSegment segment) => segment switch
    {
        IdentifierSegment name => new IdentifierSegment(string.Intern(name.Identifier)),
        IndexerSegment index => new IndexerSegment(MeteredExpression.Of(index.Expression)!),
        _ => segment,
    };

    /// <summary>A value with its filters, of which each knows where it stands.</summary>
    private Parser<Expression> Filtered(FilterTable filters)
    {
        var name = Identifier.ElseError(ErrorMessages.IdentifierAfterPipe).Then(static (_, start, _, name) => (name, start));
        var filter = Pipe.SkipAnd(name).And(ZeroOrOne(Colon.SkipAnd(ArgumentsList)));
        var value = CombinatoryExpression.ElseError(ErrorMessages.LogicalExpressionStartsFilter);
        return value.And(ZeroOrMany(filter)).Then((context, start, _, chain) =>
        {
            var template = (ParsedTemplate)context;
            var result = template.CheckChain(chain.Item1, chain.Item2.Count, start);
            foreach (var ((name, offset), arguments) in chain.Item2)
            {
                var (use, place) = (new FilterExpression(result, name, arguments), new SourceLocation(template.Source, offset));
                result = new FilterCall(use, filters.Find(use, template, place), place);
            }

            return template.Note(result, template.StartOf(start));
        });
    }

    /// <summary>Fluid's own tries a condition in brackets first, and so reads brackets within brackets twice each.</summary>
    private Parser<Expression> Range()
    {
        var end = OneOf(
            Terms.Integer().Then<Expression>(static number => new LiteralExpression(NumberValue.Create(number))),
            Primary.When(static (_, value) => value is not BoundedRangeExpression));
        return LParen.SkipAnd(end.AndSkip(Terms.Text("..")).And(end).AndSkip(RParen)
            .Then<Expression>(static range => new BoundedRangeExpression(new RangeExpression(range.Item1, range.Item2)))
            .ElseError("Brackets are for ranges, as in (1..5): conditions have none."));
    }
}
