using Fluid.Parser;
using Parlot;
using Parlot.Fluent;
using static Parlot.Fluent.Parsers;

namespace SessionsWidgets;

/// <content>The grammar of the tags that are placed by statements of ours: as wide as in standard Liquid.</content>
internal sealed partial class TemplateParser
{
    /// <summary>It is the name of the loop too.</summary>
    private const int MaxLoopSource = 1000;

    private void RegisterTags()
    {
        RegisteredTags["if"] = IfTag("if");
        RegisteredTags["unless"] = IfTag("unless");
        RegisteredTags["case"] = CaseTag();
        RegisteredTags["for"] = ForTag();
        var text = String.Then<Expression>(static name => new LiteralExpression(new StringValue(name.ToString())));
        RegisteredTags["render"] = PartialTag(text, isRender: true);
        RegisteredTags["include"] = PartialTag(Primary, isRender: false);
        // Fluid's own look for the end after every space again, "raw" and "comment" within "liquid".
        var endOfLine = OneOf(Literals.Text("-%}"), Literals.Text("%}"), Literals.AnyOf("\r\n").Then(static _ => "").When(IsInLiquid));
        RegisteredTags["#"] = Comment(AnyCharBefore(endOfLine, canBeEmpty: true).AndSkip(HeadEnd()));
        RegisteredTags["comment"] = Comment(Verbatim("comment"));
        RegisteredTags["doc"] = Comment(HeadEnd().SkipAnd(Verbatim("doc")));
        RegisteredTags["raw"] = HeadEnd().SkipAnd(Verbatim("raw")).Then<Statement>(static text => new RawStatement(text));
    }

    /// <summary>Fluid's <c>if</c> has one <c>else</c>, at its end; its <c>unless</c> has no <c>elsif</c>.</summary>
    private Parser<Statement> IfTag(string name)
    {
        var arm = Arm(LogicalExpression.ElseError("A condition was expected").Then<IReadOnlyList<Expression>>(
            static (context, start, _, condition) => [((ParsedTemplate)context).CheckChain(condition, 0, start)]));
        return arm
            .And(ZeroOrMany(OneOf(TagStart.SkipAnd(Word("elsif")).SkipAnd(arm), Else())))
            .AndSkip(End(name))
            .Then<Statement>(tag => new ParsedTag(new BranchSyntax(name, null, [tag.Item1, .. tag.Item2])));
    }

    /// <summary>Fluid's has one <c>else</c>, at its end, and no outputs or tags before the first <c>when</c>.</summary>
    private Parser<Statement> CaseTag()
    {
        var values = Separated(OneOf(Word("or"), Comma.Then(static _ => ",")), Primary).ElseError("A value was expected after 'when'");
        var when = TagStart.SkipAnd(Word("when")).SkipAnd(Arm(values));
        return Primary.ElseError("A value was expected").AndSkip(HeadEnd()).AndSkip(AnyTagsList)
            .And(ZeroOrMany(OneOf(when, Else())))
            .AndSkip(End("case"))
            .Then<Statement>(static tag => new ParsedTag(new BranchSyntax("case", tag.Item1, tag.Item2)));
    }

    /// <summary>Fluid's has no <c>else</c> over a range, and takes no text to loop over.</summary>
    private Parser<Statement> ForTag()
    {
        var option = OneOf(
            Word("reversed").Then(static name => (name, NilKeyword as Expression)),
            OneOf(Word("limit"), Word("offset")).AndSkip(Colon.ElseError("':' was expected")).And(Primary));
        return Identifier.ElseError("The name of a variable was expected")
            .AndSkip(Word("in").ElseError("'in' was expected"))
            .And(Primary.ElseError("A list or a range was expected").Then(TextOf))
            .And(ZeroOrMany(ZeroOrOne(Comma).SkipAnd(option)))
            .AndSkip(TagEnd.ElseError("'%}', 'reversed', 'limit:' or 'offset:' was expected"))
            .And(AnyTagsList)
            .And(ZeroOrOne(CreateTag("else").SkipAnd(AnyTagsList)))
            .AndSkip(End("for"))
            .Then<Statement>(static loop =>
            {
                Expression? Option(string name) => loop.Item3.LastOrDefault(option => option.Item1 == name).Item2;
                var (variable, (source, text)) = (string.Intern(loop.Item1), loop.Item2);
                var otherwise = loop.Item5 is { } statements ? new ElseStatement(statements) : null;
                var isReversed = Option("reversed") is not null;
                var tag = new ForStatement(loop.Item4, variable, source, Option("limit"), Option("offset"), isReversed, otherwise);
                return new ParsedTag(new LoopSyntax(tag, $"{variable}-{text}"));
            });
    }

    /// <summary>Fluid's <c>include</c> has no arguments after <c>with</c>, and neither has any without a comma before them.</summary>
    private Parser<Statement> PartialTag(Parser<Expression> name, bool isRender)
    {
        var argument = ZeroOrOne(Comma).SkipAnd(Identifier.Then(string.Intern)).AndSkip(Colon).And(Primary);
        return name.ElseError("The name of a partial in quotes was expected")
            .And(ZeroOrOne(OneOf(Word("with"), Word("for")).And(Primary)))
            .And(ZeroOrOne(Word("as").SkipAnd(Identifier)))
            .And(ZeroOrMany(argument))
            .AndSkip(HeadEnd())
            .Then<Statement>(call =>
            {
                var constant = (call.Item1 as LiteralExpression)?.Value.ToStringValue();
                var partial = new PartialCall(constant, [.. call.Item4], call.Item2.Item2, call.Item2.Item1 == "for", call.Item3);
                return new ParsedTag(new PartialSyntax(call.Item1, partial, isRender));
            });
    }

    private static Parser<Statement> Comment(Parser<TextSpan> text) => text.Then<Statement>(static text => new CommentStatement(text));

    /// <summary>Text that is not parsed, up to the tag that ends it.</summary>
    private Parser<TextSpan> Verbatim(string name)
    {
        var line = Literals.Text("\n").When(IsInLiquid).AndSkip(ZeroOrOne(Literals.WhiteSpace()));
        var tag = Literals.Text("{%").When(static (context, _) => !IsInLiquid(context, "")).AndSkip(ZeroOrOne(Literals.Char('-')))
            .AndSkip(ZeroOrOne(Literals.WhiteSpace(includeNewLines: true)));
        var end = OneOf(line, tag).AndSkip(Literals.Text("end" + name)).AndSkip(TagEnd);
        return AnyCharBefore(end, canBeEmpty: true).AndSkip(end.ElseError($"'{{% end{name} %}}' was expected"));
    }

    private static (Expression Value, string Text) TextOf(ParseContext context, int start, int end, Expression value)
    {
        var text = context.Scanner.Buffer[start..context.Scanner.Cursor.Offset].Trim();
        return text.Length <= MaxLoopSource
            ? (value, text)
            : throw ((ParsedTemplate)context).Limit(
                $"What a loop runs over is longer than {MaxLoopSource} characters: assign it first.", start);
    }

    private static bool IsInLiquid(ParseContext context, string found) => ((ParsedTemplate)context).InsideLiquidTag;

    private Parser<BranchArm> Arm(Parser<IReadOnlyList<Expression>> conditions) =>
        conditions.AndSkip(HeadEnd()).And(AnyTagsList).Then(static arm => new BranchArm([.. arm.Item1], arm.Item2));

    private Parser<BranchArm> Else() => CreateTag("else").SkipAnd(AnyTagsList).Then(static body => new BranchArm(null, body));

    private Parser<TagResult> HeadEnd() => TagEnd.ElseError("'%}' was expected");

    private Parser<string> End(string name) => CreateTag($"end{name}").ElseError($"'{{% end{name} %}}' was expected");

    /// <summary>A word of the grammar, and no beginning of a longer one.</summary>
    private Parser<string> Word(string word) => Identifier.When((_, found) => found == word);
}
