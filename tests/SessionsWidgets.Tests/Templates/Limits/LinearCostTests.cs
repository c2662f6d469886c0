using Fluid.Values;

namespace SessionsWidgets.Tests.Templates;

/// <summary>Runs alone, since it measures time.</summary>
[CollectionDefinition(nameof(LinearCostTests), DisableParallelization = true)]
public class LinearCostRun;

/// <summary>Twice the input takes about twice the time, in every filter: nothing that a visitor types can make a page slow.</summary>
[Collection(nameof(LinearCostTests))]
public class LinearCostTests
{
    private const int Size = 2_500;
    private const int Runs = 4;

    /// <summary>2.5 for each of two doublings, which leaves sorting its logarithm; what is quadratic takes 16.</summary>
    private const double Most = 2.5 * 2.5;

    private static readonly string[] Pieces = ["<", "<!--", "&a", "a ", "\n", "%4", "a", "é😀", "0", "\\", "<!--<script<style"];

    private static readonly TemplateEngine Engine = Render.Engine(
        limits: TemplateLimits.Default with { Steps = int.MaxValue, AllocatedBytes = int.MaxValue, OutputBytes = int.MaxValue });

    public static TheoryData<string> Texts => new()
    {
        "upcase", "downcase", "capitalize", "strip", "lstrip", "rstrip", "size", "first", "last", "escape", "escape_once", "newline_to_br",
        "strip_newlines", "strip_html", "url_encode", "url_decode", "base64_encode", "base64_encode | base64_decode",
        "base64_url_safe_encode | base64_url_safe_decode", "append: v", "prepend: v", "replace: 'a', 'bc'", "replace: '', 'b'",
        "replace: 'a', '\\0\\0'", "replace_first: 'zz', ''", "replace_last: 'zz', ''", "remove: 'a'", "remove_first: 'zz'",
        "remove_last: 'zz'",
        "slice: -5, 5", "truncate: 9", "truncatewords: 9999999", "truncatewords: 9", "split: ''", "split: ' '", "split: 'a'", "plus: 1",
        "round", "date: '%Y'",
        "date: v", "time_zone: v", "hmac_sha256: v", "md5", "sha1", "sha256", "handle", "handleize", "h", "abs", "ceil", "floor",
        "at_least: 1",
        "at_most: 1", "minus: 1", "times: 2", "divided_by: 3", "modulo: 7", "default: 'x'", "join", "reverse", "uniq", "sort", "where: 'a'",
        "map: 'a'", "raw", "concat: list | size",
    };

    public static TheoryData<string> Lists => new()
    {
        "join", "reverse", "sort", "sort_natural", "uniq", "compact", "size", "first", "last", "concat: list", "sum", "map: 'k'",
        "where: 'k'",
        "where: 'k', 1", "reject: 'k', 1", "find: 'k', 'none'", "find_index: 'k', 'none'", "has: 'k', 'none'", "sort: 'k'",
        "sort_natural: 'k'",
        "sum: 'k'", "slice: 5, 99999", "append: ''", "default: 1",
    };

    [Fact]
    public void Filters_ThatThereAre_AreAllMeasured()
    {
        var measured = ((IEnumerable<object[]>)Texts)
            .Concat(Lists)
            .SelectMany(use => ((string)use[0]).Split('|'))
            .Select(filter => filter.Split(':')[0].Trim());
        StandardFilters.All.Keys.Except(measured).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Filter_OfTwiceTheText_TakesTwiceTheTime(string filter)
    {
        foreach (var piece in Pieces)
            Check(filter, size => new StringValue(string.Concat(Enumerable.Repeat(piece, size / piece.Length))), Size);
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void Filter_OfTwiceTheItems_TakesTwiceTheTime(string filter)
    {
        // The items are few and used again, so that it is the filter's work that grows and not the way to their memory.
        var isPlain = filter is "sort" or "sort_natural" or "uniq" or "sum";
        object[] items = [.. Enumerable.Range(0, 97).Select(i => isPlain ? (object)$"{i * 7919 % 97}" : Render.Map(("k", i * 7919 % 97)))];
        Check(filter, size => Render.List([.. Enumerable.Range(0, size).Select(i => items[i % items.Length])]), Size);
    }

    private static void Check(string filter, Func<int, FluidValue> make, int size)
    {
        var template = Render.Compile("{% assign x = v | " + filter + " %}", engine: Engine);
        var once = Model(make(size));
        var doubledTwice = Model(make(size * 4));
        for (var attempt = 0; ; attempt++)
        {
            var (small, large) = (Shortest(template, once), Shortest(template, doubledTwice));

            // Below this the clock itself is what is measured.
            if (large < TimeSpan.FromMilliseconds(2) || large < small * Most) return;
            if (attempt == 5) (large / small).ShouldBeLessThan(Most, filter);
        }
    }

    private static FluidValue Model(FluidValue value) => Render.Map(("v", value), ("list", Render.List(1, 2, 3)));

    private static TimeSpan Shortest(CompiledTemplate template, FluidValue model) => Enumerable.Range(0, Runs).Min(_ =>
    {
        var clock = ThreadClock.Start();
        try
        {
            Render.Utf8(template, model);
        }
        catch (TemplateException)
        {
            // What the filter refuses it has read all the same.
        }

        return clock.Elapsed;
    });
}
