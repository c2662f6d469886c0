using Fluid.Parser;
using Parlot.Fluent;
using static Parlot.Fluent.Parsers;

namespace SessionsWidgets;

/// <content>The grammar of the tags that are placed by statements of ours: as wide as in standard Liquid.</content>
internal sealed partial class TemplateParser
{
    private void RegisterTags()
    {
        RegisteredTags["if"] = IfTag("if");
        RegisteredTags["unless"] = IfTag("unless");
        RegisteredTags["case"] = CaseTag();
        RegisteredTags["for"] = ForTag();
        var text = String.Then<Expression>(static name => new LiteralExpression(new StringValue(name.ToString())));
        RegisteredTags["render"] = PartialTag(text, isRender: true);
        RegisteredTags["include"] = PartialTag(Primary, isRender: false);
        RegisteredTags["#"] = InlineComment();
        RegisteredTags["comment"] = new CommentParser(CreateTag("endcomment"));
        RegisteredTags["doc"] = TagEnd.SkipAnd(AnyCharBefore(CreateTag("enddoc"), canBeEmpty: true)).AndSkip(End("doc"))
            .Then<Statement>(static text => new CommentStatement(text));
    }

    /// <summary>Fluid's <c>if</c> has one <c>else</c>, at its end; its <c>unless</c> has no <c>elsif</c>.</summary>
    private Parser<Statement> IfTag(string name)
    {
        var condition = LogicalExpression.ElseError("A condition was expected").AndSkip(HeadEnd()).And(AnyTagsList)
            .Then(static arm => new BranchArm([arm.Item1], arm.Item2));
        return condition
            .And(ZeroOrMany(OneOf(TagStart.SkipAnd(Word("elsif")).SkipAnd(condition), Else())))
            .AndSkip(End(name))
            .Then<Statement>(tag => new BranchSyntax(name, null, [tag.Item1, .. tag.Item2]));
    }

    /// <summary>Fluid's has one <c>else</c>, at its end, and no outputs or tags before the first <c>when</c>.</summary>
    private Parser<Statement> CaseTag()
    {
        var values = Separated(OneOf(Word("or"), Comma.Then(static _ => ",")), Primary);
        var when = TagStart.SkipAnd(Word("when")).SkipAnd(values.ElseError("A value was expected after 'when'"))
            .AndSkip(HeadEnd())
            .And(AnyTagsList)
            .Then(static arm => new BranchArm(arm.Item1, arm.Item2));
        return Primary.ElseError("A value was expected").AndSkip(HeadEnd())
            .AndSkip(AnyTagsList)
            .And(ZeroOrMany(OneOf(when, Else())))
            .AndSkip(End("case"))
            .Then<Statement>(static tag => new BranchSyntax("case", tag.Item1, tag.Item2));
    }

    /// <summary>Fluid's has no <c>else</c> over a range, and takes no text to loop over.</summary>
    private Parser<Statement> ForTag()
    {
        var value = Colon.ElseError("':' was expected").SkipAnd(Primary);
        var option = OneOf(
            Word("reversed").Then(static _ => new LoopOption("reversed", null)),
            Word("limit").SkipAnd(value).Then(static limit => new LoopOption("limit", limit)),
            Word("offset").SkipAnd(value).Then(static offset => new LoopOption("offset", offset)));
        return Identifier.ElseError("The name of a variable was expected")
            .AndSkip(Word("in").ElseError("'in' was expected"))
            .And(Primary.ElseError("A list or a range was expected"))
            .And(ZeroOrMany(ZeroOrOne(Comma).SkipAnd(option)))
            .AndSkip(TagEnd.ElseError("'%}', 'reversed', 'limit:' or 'offset:' was expected"))
            .And(AnyTagsList)
            .And(ZeroOrOne(CreateTag("else").SkipAnd(AnyTagsList)))
            .AndSkip(End("for"))
            .Then<Statement>(static loop => new LoopSyntax(loop.Item1, loop.Item2, loop.Item3, loop.Item4, loop.Item5));
    }

    /// <summary>Fluid's <c>include</c> has no arguments after <c>with</c>, and neither has any without a comma before them.</summary>
    private Parser<Statement> PartialTag(Parser<Expression> name, bool isRender)
    {
        var argument = ZeroOrOne(Comma).SkipAnd(Identifier).AndSkip(Colon).And(Primary).Then(static pair => (string.Intern(pair.Item1), pair.Item2));
        return name.ElseError("The name of a partial in quotes was expected")
            .And(ZeroOrOne(OneOf(Word("with"), Word("for")).And(Primary)))
            .And(ZeroOrOne(Word("as").SkipAnd(Identifier)))
            .And(ZeroOrMany(argument))
            .AndSkip(HeadEnd())
            .Then<Statement>(call => new PartialSyntax(
                call.Item1,
                new PartialCall(NameOf(call.Item1), [.. call.Item4], call.Item2.Item2, call.Item2.Item1 == "for", call.Item3),
                isRender));
    }

    private static string? NameOf(Expression path) => (path as LiteralExpression)?.Value.ToStringValue();

    private Parser<BranchArm> Else() => CreateTag("else").SkipAnd(AnyTagsList).Then(static body => new BranchArm(null, body));

    private Parser<TagResult> HeadEnd() => TagEnd.ElseError("'%}' was expected");

    private Parser<string> End(string name) => CreateTag($"end{name}").ElseError($"'{{% end{name} %}}' was expected");

    /// <summary>A word of the grammar, and no beginning of a longer one.</summary>
    private Parser<string> Word(string word) => Identifier.When((_, found) => found == word);
}
