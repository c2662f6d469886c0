namespace SessionsWidgets.Tests.Templates;

/// <summary>More templates that are meant to take a process down: work that nothing charges for, parts that multiply, sources near the
/// limit.</summary>
internal static class HostileKinds
{
    private const int Room = HostileTemplates.Room;
    private const string Loop = "{% for i in (1..99999) %}{% for j in (1..99999) %}";
    private const string End = "{% endfor %}{% endfor %}";

    public static IReadOnlyDictionary<string, Func<string>> All { get; } = new Dictionary<string, Func<string>>(StringComparer.Ordinal)
    {
        // Filters of Fluid's own.
        ["handleize-again"] = static () => Text("aB") + Loop + "{% assign b = a | handleize %}" + End,
        ["hashes-again"] = static () =>
            Text("ab") + Loop + "{% assign b = a | md5 %}{% assign b = a | sha1 %}{% assign b = a | sha256 %}" + End,
        ["hmac-keys"] = static () => Text("ab") + Loop + "{% assign b = 'x' | hmac_sha256: a %}" + End,
        ["time-zones-unknown"] = static () => Loop + "{% assign k = j | append: 'Zone/' %}{% assign b = 0 | time_zone: k %}" + End,
        ["time-zones-known"] = static () =>
            Loop + "{% assign b = 0 | time_zone: 'Europe/Vienna' | time_zone: 'Pacific/Auckland' | time_zone: '../../etc' %}" + End,
        ["time-zone-long"] = static () => Text("Europe/") + Loop + "{% assign b = 0 | time_zone: a %}" + End,
        ["url-encode-growth"] = static () =>
            "{% assign a = '%%%%' %}{% for i in (1..99) %}{% assign a = a | append: a | url_encode %}{% endfor %}",
        ["url-decode-again"] = static () => Text("%41%") + Loop + "{% assign b = a | url_decode %}" + End,
        ["sum-of-texts"] = static () => Items(20_000) + Loop + "{% assign b = a | sum %}{% assign b = a | sum: 'size' %}" + End,
        ["sum-of-long-texts"] = static () =>
            Text("1111111 ") + "{% assign a = a | split: '  ' %}" + Loop + "{% assign b = a | sum %}" + End,
        ["find-again"] = static () =>
            Items(20_000) + Loop + "{% assign b = a | find: 'size', 9 %}{% assign b = a | has: 'size', 9 %}" + End,
        ["where-of-long-member"] = static () =>
            LongName() + Loop + "{% assign b = loops | where: 'name', name %}{% assign b = loops | uniq: 'name' %}" + End,
        ["list-by-long-member"] = static () =>
            LongName() + Loop + "{% assign b = loops | uniq: name %}{% assign b = loops | reject: name, name %}" + End,
        ["reject-again"] = static () =>
            Items(20_000) + Loop + "{% assign b = a | reject: 'size', 9 %}{% assign b = a | find_index: 'size', 9 %}" + End,
        ["truncatewords-ellipsis"] = static () =>
            Text("a ") + Loop + "{% assign b = a | truncatewords: 1, a %}{% assign b = a | truncate: 1, a %}" + End,
        ["dates-wide"] = static () => Loop + "{{ 0 | date: '" + Repeat("%99d%99Y", 1_600) + "' | size }}" + End,
        ["dates-whole"] = static () => Loop + "{{ 0 | date: '" + Repeat("%+%c%^+", 1_600) + "' | size }}" + End,
        ["dates-of-texts"] = static () =>
            Text("1 ") + Loop + "{% assign b = a | date: '%Y' %}{% assign b = 'monday 10:00 x' | date: '%Y' %}" + End,
        ["replace-growth"] = static () =>
            "{% assign a = 'ab' %}{% for i in (1..99) %}{% assign a = a | replace: 'a', 'bababa' | replace: 'b', 'aab' %}{% endfor %}",
        ["replace-first-growth"] = static () =>
            "{% assign a = 'ab' %}{% for i in (1..99) %}{% assign a = a | replace_first: 'a', a | replace_last: 'b', a %}{% endfor %}",

        // Texts that are compared at every place, and values that are long where a short one is looked for.
        ["contains-needle"] = static () => Needle() + Loop + "{% if a contains b %}{% endif %}" + End,
        ["replace-needle"] = static () => Needle() + Loop + "{% assign c = a | replace: b, 'x' %}{% assign c = a | remove_last: b %}" + End,
        ["split-needle"] = static () => Needle() + Loop + "{% assign c = a | split: b %}" + End,
        ["short-needle"] = static () => Needle() + Loop + "{% if a contains '" + Repeat("ab", 50) + "aa' %}{% endif %}" + End,
        ["contains-of-list"] = static () =>
            Text("ab,") + "{% assign b = a | split: 'x' %}" + Loop + "{% if b contains a %}{% endif %}{% if one contains a %}{% endif %}"
                + End,
        ["starts-and-ends"] = static () =>
            Text("ab") + Loop + "{% if a startswith a %}{% endif %}{% if a endswith a %}{% endif %}{% if a < a %}{% endif %}" + End,
        ["index-by-text"] = static () => Text("1") + Loop + "{{ lists[a] }}{{ forloop[a] }}{{ one[a] }}" + End,
        ["index-by-list"] = static () => Items(20_000) + Loop + "{{ forloop[a] }}{{ lists[a] }}" + End,
        ["limits-by-text"] = static () => Text(" ") + Loop + "{% for k in lists limit: a %}{% endfor %}" + End,
        ["ranges-by-text"] = static () => Text("1") + Loop + "{% for k in (1..a) %}{% endfor %}" + End,
        ["ranges-by-list"] = static () => Items(20_000) + Loop + "{% for k in (99999..a) %}{% endfor %}" + End,
        ["case-of-blank"] = static () => Text(" ") + Loop + "{% case blank %}{% when a, a, a, a %}{% endcase %}" + End,
        ["tablerow-limit-text"] = static () =>
            Text("1") + Loop + "{% tablerow k in nothing limit: a %}{% endtablerow %}{% tablerow k in lists limit: a %}{% endtablerow %}"
                + End,
        ["comparison-as-list"] = static () =>
            Items(20_000) + "{% assign b = a == 1 %}" + Loop + "{% for k in b limit: 1 %}{% endfor %}{% assign c = b | reverse %}" + End,
        ["comparison-as-text"] = static () =>
            Text("ab") + "{% assign b = a == 1 %}" + Loop + "{% assign c = b | upcase %}<i title=\"{{ b }}\"></i>" + End,
        ["replace-by-list"] = static () =>
            Items(20_000) + Loop + "{% assign b = '' | replace: a, a %}{% assign b = '' | split: a %}{% assign b = '' | join: a %}" + End,
        ["urls-refused"] = static () => Text("javascript:") + Loop + "<a href=\"{{ a }}\"></a>" + End,
        ["arguments-of-render"] = static () => Text("ab") + Loop + "{% render 'leaf', a: a, b: list %}" + End,
        ["cycle-of-texts"] = static () => Text("ab") + Loop + "{% cycle a: 1, 2 %}" + End,
        ["include-of-text"] = static () => Text("ab") + Loop + "{% include a %}" + End,

        // Lists within lists, which are longer than they look.
        ["lists-as-text"] = static () => Nested() + Loop + "{% assign b = a | append: '' %}{% assign b = a | join: ',' %}" + End,
        ["lists-compared"] = static () => Nested() + Loop + "{% if a == a %}{% endif %}{% assign b = a | uniq %}" + End,
        ["lists-as-json"] = static () => Nested() + "<script type=\"application/json\">" + Loop + "{{ a }}" + End + "</script>",
        ["lists-written"] = static () => Nested() + Loop + "{% capture b %}{{ a }}{% endcapture %}" + End,
        ["lists-sorted"] = static () =>
            Nested() + Loop + "{% assign b = a | sort %}{% assign b = a | sum %}{% assign b = a | sort_natural: 'first' %}" + End,

        // Parts that multiply where nothing is written.
        ["tablerows-empty"] = static () => Items(20_000) + Loop + "{% tablerow k in a cols: 1 %}{% endtablerow %}" + End,
        ["tablerows-captured"] = static () => Loop + "{% capture b %}{% tablerow k in (1..9999) %}{% endtablerow %}{% endcapture %}" + End,
        ["dynamic-of-large"] = static () =>
            Numbered(60, static i => $"{{% assign n = 'large-{i}' %}}{{% include n %}}") + Loop + End,
        ["dynamic-of-calls"] = static () => "{% assign n = 'calls-large' %}{% include n %}" + Loop + End,
        ["render-recursion"] = static () => "{% render 'twice-render' %}",
        ["render-each-recursion"] = static () => "{% assign a = (1..100) | reverse %}{% render 'render-each' for a, list: a %}",
        ["include-recursion"] = static () => "{% include 'include-each' %}",
        ["render-in-urls"] = static () => "<a href=\"{% render 'in-a-url' %}\">",
        ["render-of-large-in-many-places"] = static () =>
            Numbered(250, static i => $"<p x{i}='{{% render 'many-conditions-large' %}}'></p>"),
        ["names-assigned"] = static () => Loop + "{% render 'many-assigned' %}" + End,
        ["names-assigned-each"] = static () => "{% assign a = (1..20000) | reverse %}" + Loop + "{% render 'many-assigned' for a %}" + End,
        ["chain-of-filters"] = static () => Loop + "{% assign a = 'a'" + Repeat(" | append: b", 12 * 60) + " %}" + End,
        ["chain-of-conditions"] = static () => Loop + "{% if one" + Repeat(" and one == 1", 13 * 60) + " %}{% endif %}" + End,
        ["chains-of-brackets"] = static () => Loop + "{{ " + Repeat("one[", 4 * 60) + "one" + Repeat("]", 60) + " }}" + End,
        ["wide-brackets-of-numbers"] = static () => Loop + "{{ one" + Repeat("[one[one[one]]]") + " }}" + End,
        ["increments"] = static () => Loop + "{% assign x = 1 %}{% capture y %}{% increment a %}{% decrement b %}{% endcapture %}" + End,
        ["captures-empty"] = static () => Loop + "{% capture a %}{% endcapture %}{% ifchanged %}{% endifchanged %}" + End,
        ["captures-of-captures"] = static () => Text("ab") + Loop + "{% capture a %}{{ a }}{% endcapture %}" + End,
        ["ifchanged-same"] = static () => Text("ab") + Loop + "{% ifchanged %}{{ a }}{% endifchanged %}" + End,
        ["names-many"] = static () =>
            Text("ab") + "{% assign a = a | slice: 0, 9999 %}" + Numbered(4_000, static i => $"{{% assign a{i} = a | upcase %}}"),
        ["values-small"] = static () => Numbered(400, static i => $"{{% assign a{i} = (1..99999) | join | split: '' %}}"),
        ["values-smallest"] = static () => Loop + "{% assign a = i | plus: j | minus: j %}{% assign b = one | append: one | first %}" + End,
        ["decimals-large"] = static () => "{% assign a = 7.9 %}" + Loop + "{% assign a = a | times: a | times: 1.000000001 %}" + End,
        ["decimals-small"] = static () =>
            "{% assign a = 0.3 %}" + Loop + "{% assign a = a | divided_by: 7.7 | round: 28 | modulo: 3 | plus: 0.1 %}" + End,

        // Sources that take long to read.
        ["many-outputs"] = static () => Repeat("{{a}}") + "<p {{a}}>",
        ["many-outputs-of-filters"] = static () => Repeat("{{a|h}}") + "<p {{a}}>",
        ["many-outputs-of-members"] = static () => Repeat("{{a.b}}") + "<p {{a}}>",
        ["many-assigns"] = static () => Repeat("{%assign a=b%}") + "<p {{a}}>",
        ["many-ifs"] = static () => Repeat("{%if a%}x{%endif%}") + "<p {{a}}>",
        ["many-attributes"] = static () => Repeat("<a href='{{a}}'>") + "<p {{a}}>",
        ["many-lines-of-liquid"] = static () => "{% liquid\n" + Repeat("echo a\n") + "%}<p {{a}}>",
        ["long-loop-source"] = static () => "{% for a in '" + Repeat("x") + "' %}{{ forloop.name }}{% endfor %}",
        ["ranges-in-brackets"] = static () => Loop + "{{ " + Repeat("(a[", 3 * 31) + "(1..2)" + Repeat("]..2)", 5 * 31) + " }}" + End,
        ["ranges-in-brackets-unclosed"] = static () => "{{ " + Repeat("(a[", 3 * 31),
        ["comment-of-space"] = static () => "{% comment %}" + Repeat(" "),
        ["inline-comment-of-space"] = static () => "{% # a" + Repeat(" ") + "x",
        ["inline-comments-of-space"] = static () => "{% liquid\n" + Repeat("# a" + Repeat(" ", 9_000) + "x\n"),
        ["text-of-space"] = static () => Repeat(" ") + "{% if",
        ["raw-of-space"] = static () => "{% raw %}" + Repeat("{%      "),
        ["comment-of-space-in-liquid"] = static () => "{% liquid\ncomment\n" + Repeat(" "),
        ["comment-of-lines-in-liquid"] = static () => "{% liquid\ncomment\n" + Repeat("\n \n"),
        ["doc-of-space-in-liquid"] = static () => "{% liquid\ndoc\n" + Repeat(" "),
        ["raw-of-space-in-liquid"] = static () => "{% liquid\nraw\n" + Repeat("\n "),
        ["liquid-of-lines"] = static () => "{% liquid\n" + Repeat("\n \n") + "echo",
        ["output-of-space"] = static () => "{{ a" + Repeat(" ") + "| b }}",
        ["unclosed-texts"] = static () => Repeat("{{ 'a }}"),
        ["unclosed-arguments"] = static () => "{{ a | append: " + Repeat("a, "),
        ["unclosed-ranges"] = static () => Repeat("{% for a in (1.."),
        ["unclosed-case"] = static () => Repeat("{% case a %} {% comment %}"),
        ["unclosed-else"] = static () => "{% if a %}" + Repeat("{% else %}"),
        ["many-comments"] = static () => Repeat("<!---->") + "{{ | }}",
        ["many-raw-texts"] = static () => Repeat("<title></titlex") + "{{ a }}",
        ["many-raw-elements"] = static () => Repeat("<style></style>") + "<p {{ a }}>",
        ["many-uses-of-raw"] = static () => Repeat("{{a|raw}}") + "<p {{ a }}>",
        ["many-refused-places"] = static () => Repeat("<p {{a}}>"),
        ["many-branches"] = static () => Repeat("{% if a %}<p title=\"{% else %}<p title='{% endif %}"),
        ["many-breaks"] = static () => "{% for a in b %}" + Repeat("{% break %}") + "<p {{ a }}>{% endfor %}",
        ["many-partials"] = static () => Repeat("{% render 'leaf' %}{% include 'self' %}"),
        ["many-captures"] = static () =>
            Repeat("{% capture a %}<{% capture b %}", 31 * 31) + Repeat("<b>x</b>", 85_000) + Repeat("{% endcapture %}", 16 * 62),
    };

    /// <summary>A text of half a megabyte in <c>a</c>.</summary>
    private static string Text(string piece) =>
        $"{{% assign a = '{string.Concat(Enumerable.Repeat(piece, 16 / piece.Length))}' %}}{{% for i in (1..14) %}}"
        + $"{{% assign a = a | append: a %}}{{% endfor %}}";

    /// <summary>Short texts in <c>a</c>.</summary>
    private static string Items(int count) => $"{{% assign a = (1..{count}) | join: ',' | split: ',' %}}";

    /// <summary>Many lists of many texts in <c>a</c>.</summary>
    private static string Nested() => "{% assign a = lists %}{% for i in (1..6) %}{% assign a = a | concat: a %}{% endfor %}";

    /// <summary>A hundred loops in <c>loops</c>, whose name is as long as it can be.</summary>
    private static string LongName() =>
        $"{{% for i in '{new string('x', 950)}' %}}{{% assign name = forloop.name %}}{{% assign one = forloop | concat: forloop %}}"
        + "{% endfor %}{% assign loops = one %}{% for i in (1..7) %}{% assign loops = loops | concat: loops %}{% endfor %}";

    private static string Needle() => Text("ab") + "{% assign b = a | slice: 0, 20000 | append: 'aa' %}";

    private static string Numbered(int count, Func<int, string> make) => string.Concat(Enumerable.Range(0, count).Select(make));

    private static string Repeat(string text, int room = Room) => HostileTemplates.Repeat(text, room);
}
