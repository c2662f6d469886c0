namespace SessionsWidgets.Liquid.Tests;

/// <summary>Twice the input takes about twice the time, in every filter: nothing that a visitor types can make a page slow.</summary>
public class LinearCostTests
{
    private const int Size = 20_000;
    private const int Runs = 4;

    private static readonly string[] Pieces = ["<", "<!--", "&a", "a ", "\n", "%4", "a", "é😀", "0", "\\", "<!--<script<style"];

    private static readonly LiquidOptions Options = new()
    {
        Encoding = LiquidEncoding.Text,
        Limits = LiquidLimits.Default with { Steps = int.MaxValue, AllocatedBytes = int.MaxValue, OutputBytes = int.MaxValue },
    };

    public static TheoryData<string> Texts => new()
    {
        "upcase", "downcase", "capitalize", "strip", "lstrip", "rstrip", "size", "first", "last", "escape", "escape_once", "newline_to_br",
        "strip_newlines", "strip_html", "url_encode", "url_decode", "base64_encode", "base64_encode | base64_decode",
        "base64_url_safe_encode | base64_url_safe_decode", "append: v", "prepend: v", "replace: 'a', 'bc'", "replace: '', 'b'",
        "replace: 'a', '\\0\\0'", "replace_first: 'zz', ''", "replace_last: 'zz', ''", "remove: 'a'", "remove_first: 'zz'", "remove_last: 'zz'",
        "slice: -5, 5", "truncate: 9", "truncatewords: 9999999", "truncatewords: 9", "split: ''", "split: ' '", "split: 'a'", "plus: 1", "round", "date: '%Y'",
        "default: 'x'", "join", "reverse", "uniq", "sort", "where: 'a'", "map: 'a'", "raw", "concat: list | size",
    };

    public static TheoryData<string> Lists => new()
    {
        "join", "reverse", "sort", "sort_natural", "uniq", "compact", "size", "first", "last", "concat: list", "sum", "map: 'k'", "where: 'k'",
        "where: 'k', 1", "reject: 'k', 1", "find: 'k', 'none'", "find_index: 'k', 'none'", "has: 'k', 'none'", "sort: 'k'", "sort_natural: 'k'",
        "uniq: 'k'", "compact: 'k'", "sum: 'k'", "slice: 5, 99999", "append: ''", "default: 1",
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Filter_OfTwiceTheText_TakesTwiceTheTime(string filter)
    {
        foreach (var piece in Pieces)
            Check(filter, size => string.Concat(Enumerable.Repeat(piece, size / piece.Length)), Size);
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void Filter_OfTwiceTheItems_TakesTwiceTheTime(string filter) => Check(
        filter,
        static size => LiquidValue.FromList([.. Enumerable.Range(0, size).Select(static i => Render.Map(("k", ((long)i * 7919) % 10_007)))]),
        filter is "sort" or "sort_natural" or "uniq" or "sum" ? Size / 10 : Size,
        filter is "sort" or "sort_natural" or "uniq" or "sum" ? static size => LiquidValue.FromList([.. Enumerable.Range(0, size).Select(static i => (LiquidValue)(((long)i * 7919) % 10_007))]) : null);

    private static void Check(string filter, Func<int, LiquidValue> make, int size, Func<int, LiquidValue>? makeInstead = null)
    {
        var template = LiquidTemplate.Parse("{% assign x = v | " + filter + " %}", "cost", Options);
        make = makeInstead ?? make;
        var once = Model(make(size));
        var twice = Model(make(size * 2));
        for (var attempt = 0; ; attempt++)
        {
            var (small, large) = (Shortest(template, once), Shortest(template, twice));

            // Below this the clock itself is what is measured.
            if (large < TimeSpan.FromMilliseconds(2) || large < small * 2.5) return;
            if (attempt == 5) (large / small).ShouldBeLessThan(2.5, filter);
        }
    }

    private static LiquidValue Model(LiquidValue value) => Render.Map(("v", value), ("list", Render.List(1, 2, 3)));

    private static TimeSpan Shortest(LiquidTemplate template, LiquidValue model) => Enumerable.Range(0, Runs).Min(_ =>
    {
        var clock = ThreadClock.Start();
        try
        {
            template.Render(model, Settings.Standard);
        }
        catch (LiquidException)
        {
            // What the filter refuses it has read all the same.
        }

        return clock.Elapsed;
    });
}
