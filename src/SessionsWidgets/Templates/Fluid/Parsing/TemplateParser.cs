using Fluid.Ast.BinaryExpressions;
using Fluid.Parser;
using Parlot.Fluent;
using static Parlot.Fluent.Parsers;

namespace SessionsWidgets;

/// <summary>
/// Fluid's parser with the host's tags, which notes where tags and outputs stand and keeps within the limits of nesting.
/// Thread-safe once made.
/// </summary>
internal sealed partial class TemplateParser : FluidParser
{
    private static readonly string[] InnerTags = ["else", "elsif", "when"];

    public TemplateParser(TemplateExtensions extensions, FilterTable filters)
        : base(new FluidParserOptions { AllowLiquidTag = true })
    {
        RegisterTags();
        RegisteredOperators["contains"] = static (left, right) => new SearchExpression(left, right, SearchExpression.Contains);
        RegisteredOperators["startswith"] = static (left, right) => new SearchExpression(left, right, SearchExpression.StartsWith);
        RegisteredOperators["endswith"] = static (left, right) => new SearchExpression(left, right, SearchExpression.EndsWith);
        RegisteredOperators["=="] = static (left, right) => new EqualBinaryExpression(ChargedExpression.Of(left), ChargedExpression.Of(right));
        RegisteredOperators["!="] = RegisteredOperators["<>"] = static (left, right) => new NotEqualBinaryExpression(ChargedExpression.Of(left), ChargedExpression.Of(right));
        RegisteredOperators[">"] = static (left, right) => new GreaterThanBinaryExpression(ChargedExpression.Of(left), ChargedExpression.Of(right), strict: true);
        RegisteredOperators["<"] = static (left, right) => new LowerThanBinaryExpression(ChargedExpression.Of(left), ChargedExpression.Of(right), strict: true);
        RegisteredOperators[">="] = static (left, right) => new GreaterThanBinaryExpression(ChargedExpression.Of(left), ChargedExpression.Of(right), strict: false);
        RegisteredOperators["<="] = static (left, right) => new LowerThanBinaryExpression(ChargedExpression.Of(left), ChargedExpression.Of(right), strict: false);
        var host = extensions.Register(this);
        foreach (var (name, tag) in RegisteredTags.ToArray())
            RegisteredTags[name] = new TagParser(name, tag, host.TryGetValue(name, out var kind) ? kind : null);
        Primary.Parser = new PrimaryParser(Primary.Parser!, Range());
        FilterExpression.Parser = new FilteredParser(FilterExpression.Parser!, filters);
    }

    /// <exception cref="TemplateException">The template is not well-formed, names what is unknown, or exceeds a limit.</exception>
    public ParsedTemplate Parse(TemplateSource source, TemplateLimits limits)
    {
        var context = new TemplateParseContext(source, limits);
        if (source.Text.Length > limits.SourceLength) throw context.Limit($"The template is longer than {limits.SourceLength} characters.", 0);
        try
        {
            var success = Grammar.TryParse(context, out var statements, out var error);
            if (error is not null) throw Error(context, error.Message ?? "", error.Position.Offset);
            if (success && context.Scanner.Cursor.Eof) return new ParsedTemplate(context, statements);
        }
        catch (Exception e) when (e is Fluid.ParseException or Parlot.ParseException or OverflowException or FormatException)
        {
            throw Error(context, e.Message, (e as Parlot.ParseException)?.Position.Offset ?? context.Scanner.Cursor.Offset, e);
        }

        throw Error(context, "The template cannot be understood from here on.", context.Scanner.Cursor.Offset);
    }

    private TemplateException Error(TemplateParseContext context, string message, int offset, Exception? inner = null)
    {
        var (kind, better, at) = SyntaxMessage.For(context, offset, message, [.. RegisteredTags.Keys, .. InnerTags]);
        return new TemplateException(context.Source.Error(kind, better, at), inner);
    }

    /// <summary>Fluid's own looks for the end after every space again.</summary>
    private Parser<Statement> InlineComment()
    {
        var endOfLine = Literals.AnyOf("\r\n").Then(static _ => "").When(static (context, _) => ((FluidParseContext)context).InsideLiquidTag);
        return AnyCharBefore(OneOf(Literals.Text("-%}"), Literals.Text("%}"), endOfLine), canBeEmpty: true).AndSkip(TagEnd)
            .Then<Statement>(static text => new CommentStatement(text)).ElseError("Invalid inline comment tag");
    }

    /// <summary>Fluid's own tries a condition in brackets first, and so reads brackets within brackets twice each.</summary>
    private Parser<Expression> Range()
    {
        var end = OneOf(
            Terms.Integer().Then<Expression>(static number => new LiteralExpression(NumberValue.Create(number))),
            Primary.When(static (_, value) => value is not BoundedRangeExpression));
        return LParen.SkipAnd(end).AndSkip(Terms.Text("..")).And(end).AndSkip(RParen)
            .Then<Expression>(static range => new BoundedRangeExpression(range.Item1, range.Item2))
            .ElseError("Parentheses hold a range.");
    }
}
