using Fluid.Values;

namespace SessionsWidgets.Tests.Templates;

/// <summary>Templates that are meant to take a process down, each by its name.</summary>
internal static class HostileTemplates
{
    /// <summary>What a template is filled up to: near the longest source, so that it is the template that is refused and not its
    /// length.</summary>
    public const int Room = 180_000;

    private static readonly Lazy<Dictionary<string, Func<string>>> AllTemplates =
        new(static () => First!.Concat(HostileKinds.All).ToDictionary(StringComparer.Ordinal));

    /// <summary>What they are rendered with: a number, and a list of lists of texts.</summary>
    public static FluidValue Model { get; } = Render.Map(
        ("one", 1),
        ("text", "text"),
        ("lists", Render.List([.. Enumerable.Repeat(Render.List([.. Enumerable.Repeat<object?>("item", 200)]), 200)])));

    public static IReadOnlyDictionary<string, Func<string>> All => AllTemplates.Value;

    /// <summary>Those that are also run as the first of a process: a template for each limit. The others of <see cref="All"/> work a
    /// filter or a tag in the same ways.</summary>
    public static IReadOnlyDictionary<string, Func<string>> First { get; } = new Dictionary<string, Func<string>>(StringComparer.Ordinal)
    {
        ["nested-if"] = () => Repeat("{% if true %}"),
        ["nested-if-closed"] = () => Repeat("{% if true %}", Room / 2) + Repeat("{% endif %}", Room / 2),
        ["nested-for"] = () => Repeat("{% for a in (1..2) %}"),
        ["nested-capture"] = () => Repeat("{% capture a %}"),
        ["nested-case"] = () => Repeat("{% case a %}{% when 1 %}"),
        ["nested-liquid"] = () => "{% " + Repeat("liquid ") + "echo 1 %}",
        ["nested-brackets"] = () => "{{ " + Repeat("a[") + " }}",
        ["nested-root-brackets"] = () => "{{ " + Repeat("[") + " }}",
        ["nested-ranges"] = () => "{{ " + Repeat("(1..") + " }}",
        ["nested-comments"] = () => Repeat("{% comment %}"),
        ["unclosed-outputs"] = () => Repeat("{{ "),
        ["unclosed-tags"] = () => Repeat("{% "),
        ["unclosed-raw"] = () => Repeat("{% raw %}"),
        ["many-errors"] = () => Repeat("{{ | }}"),
        ["many-tags-unknown"] = () => Repeat("{% upcse %}"),
        ["endless-loop"] = () => "{% for a in (1..2000000000) %}{{ a }}{% endfor %}",
        ["endless-empty-loop"] = () => "{% for a in (1..2000000000) %}{% endfor %}",
        ["endless-loop-of-loops"] = () => "{% for a in (1..99999) %}{% for b in (1..99999) %}{% endfor %}{% endfor %}",
        ["endless-tablerow"] = () => "{% tablerow a in (1..2000000000) %}{% endtablerow %}",
        ["endless-render-for"] = () => "{% render 'leaf' for (1..2000000000) %}",
        ["text-doubling"] = () => "{% assign a = 'aaaaaaaa' %}{% for i in (1..60) %}{% assign a = a | append: a %}{% endfor %}{{ a }}",
        ["capture-doubling"] = () =>
            "{% assign a = 'aaaaaaaa' %}{% for i in (1..60) %}{% capture a %}{{ a }}{{ a }}{% endcapture %}{% endfor %}",
        ["list-doubling"] = () => "{% assign a = 'a,b' | split: ',' %}{% for i in (1..60) %}{% assign a = a | concat: a %}{% endfor %}",
        ["replace-blow-up"] = () =>
            "{% assign a = 'aaaaaaaaaaaaaaaa' %}{% for i in (1..40) %}{% assign a = a | replace: 'a', a %}{% endfor %}",
        ["replace-nothing"] = () => "{% assign a = 'aaaaaaaa' %}{% for i in (1..40) %}{% assign a = a | replace: '', a %}{% endfor %}",
        ["join-blow-up"] = () => "{% assign a = (1..90000) | join: '" + new string('x', 1000) + "' %}",
        ["range-list"] = () => "{{ (1..2000000000) | join: '' }}",
        ["range-sort"] = () => "{{ (1..2000000000) | sort | size }}",
        ["output-blow-up"] = () => "{% for a in (1..90000) %}" + new string('x', 1000) + "{% endfor %}",
        ["date-width"] = () => "{{ 0 | date: '%999999999d' }}",
        ["date-widths"] = () =>
            "{% for a in (1..90000) %}{{ 0 | date: '" + string.Concat(Enumerable.Repeat("%1000d", 500)) + "' }}{% endfor %}",
        ["date-format-doubling"] = () =>
            "{% assign f = '%1000N' %}{% for i in (1..40) %}{% assign f = f | append: f %}{{ 0 | date: f | size }}{% endfor %}",
        ["large-argument"] = () => "{{ 'a' | append: '" + new string('x', 170_000) + "' | split: '' | join: 'xxxxxxxxxxxxxxxxxxxx' }}",
        ["many-arguments"] = () => "{{ 'a' | append: " + Repeat("1, ") + "1 }}",
        ["many-filters"] = () =>
            "{{ 'a' " + Repeat("| upcase ", Room / 2) + "}}{% for a in (1..99999) %}{{ 'a' " + Repeat("| upcase ", Room / 2)
                + "}}{% endfor %}",
        ["long-path"] = () =>
            "{{ a" + Repeat(".a")
                + " }}{% for a in (1..99999) %}{{ a.b.c | escape }}{{ 'x' | upcase | downcase | reverse }}{% endfor %}{{ x | date }}",
        ["long-condition"] = () => "{% if a " + Repeat("and a ") + "%}{% endif %}{% for i in (1..2000000000) %}{% endfor %}",
        ["self-including"] = () => "{% include 'self' %}",
        ["self-rendering"] = () => "{% render 'self-render' %}",
        ["mutual"] = () => "{% render 'ping' %}",
        ["exponential-include"] = () => "{% include 'twice' %}",
        ["dynamic-self"] = () => "{% assign n = 'dynamic-self' %}{% include n %}",
        ["too-long"] = () => new string('x', 2_000_000),
        ["strip-html"] = () =>
            "{% assign a = '<' %}{% for i in (1..20) %}{% assign a = a | append: a %}{% endfor %}{{ a | strip_html | size }}"
            + "{{ a | append: '<script' | strip_html | size }}{% for i in (1..2000000000) %}{% endfor %}",
        ["inspect-list"] = () => "{% assign a = (1..90000) | reverse %}{% for i in (1..900) %}{% assign b = a | upcase %}{% endfor %}",
        ["split-small"] = () => "{% assign a = (1..80000) | join: ',' %}{% for i in (1..90) %}{% assign b = a | split: ',' %}{% endfor %}",
        ["sort-again"] = () => "{% assign a = (1..50000) | reverse %}{% for i in (1..90000) %}{% assign b = a | sort %}{% endfor %}",
        ["contains-again"] = () =>
            "{% assign a = (1..50000) | reverse %}{% for i in (1..90000) %}{% if a contains 0 %}{% endif %}{% endfor %}",
        ["compare-again"] = () =>
            "{% assign a = (1..50000) | reverse %}{% assign b = (1..50000) | reverse %}{% for i in (1..90000) %}{% if a == b %}"
            + "{% endif %}{% endfor %}",
        ["contains-text"] = () =>
            "{% assign a = 'aaaaaaaaaaaaaaaa' %}{% for i in (1..15) %}{% assign a = a | append: a %}{% endfor %}"
            + "{% assign c = a | append: 'b' %}{% for i in (1..90000) %}{% if a contains c %}{% endif %}{% if a == c %}{% endif %}"
            + "{% if a contains 'aaaaaaaaaaab' %}{% endif %}{% endfor %}",
        ["size-again"] = () =>
            "{% assign a = 'aaaaaaaaaaaaaaaa' %}{% for i in (1..15) %}{% assign a = a | append: a %}{% endfor %}"
            + "{% for i in (1..90000) %}{{ a.size }}{{ a | size }}{% endfor %}",
        ["last-again"] = () =>
            "{% assign a = 'aaaaaaaaaaaaaaaa' %}{% for i in (1..15) %}{% assign a = a | append: a %}{% endfor %}"
            + "{% for i in (1..90000) %}{{ a | first }}{{ a | last }}{{ a | slice: -3, 2 }}{{ a | truncatewords: 3 | size }}{% endfor %}",
        ["cycle-names"] = () =>
            "{% for i in (1..99999) %}{% cycle i: 1, 2 %}{% endfor %}{% for i in (1..2) %}{% for j in (1..99999) %}{% cycle j: 1, 2 %}"
            + "{% endfor %}{% endfor %}",
        ["number-overflow"] = () => "{% assign a = 9 %}{% for i in (1..99) %}{% assign a = a | times: a %}{% endfor %}{{ a }}",
        ["nested-liquid-lines"] = () => "{% liquid\n" + Repeat("if true\n") + "%}",
        ["nested-capture-closed"] = () => Repeat("{% capture a %}", Room / 2) + Repeat("{% endcapture %}", Room / 2),
        ["captures-in-a-row"] = () => Repeat("{% capture a %}{% endcapture %}") + "{{ | }}",
        ["captures-unclosed"] = () => Repeat("{% capture a %}x{% if %}"),
        ["foreign-elements"] = () => Repeat("<svg>") + "{{ | }}",
        ["comment-with-opens"] = () => "{% comment %}" + Repeat("{% ", Room / 2) + Repeat("{{ ", Room / 2),
        ["raw-with-opens"] = () => "{% raw %}" + Repeat("{% ", Room / 2) + "%}" + Repeat("{% endraw ", Room / 2),
        ["case-of-whens"] = () =>
            "{% case 1 %}" + Repeat("{% when 2 %}", 90_000) + "{% endcase %}{% for a in (1..99999) %}{% case 1 %}"
                + Repeat("{% when 2 %}", 12_000) + "{% endcase %}{% endfor %}",
        ["when-of-values"] = () => "{% for a in (1..99999) %}{% case 1 %}{% when 2" + Repeat(", 2") + " %}{% endcase %}{% endfor %}",
        ["elsif-chain"] = () => "{% for a in (1..99999) %}{% if nil %}" + Repeat("{% elsif nil %}") + "{% endif %}{% endfor %}",
        ["or-chain"] = () => "{% for a in (1..99999) %}{% if nil" + Repeat(" or nil == 1") + " %}{% endif %}{% endfor %}",
        ["long-cycle"] = () =>
            "{% for a in (1..99999) %}{% cycle " + string.Join(',', Enumerable.Range(0, 17_000))
                + " %}{% cycle a: 1 %}{% endfor %}{% for a in (1..9999999) %}{% endfor %}",
        ["wide-tablerow"] = () => "{% tablerow a in (1..999999999) cols: 999999999 %}{{ a }}{% endtablerow %}",
        ["tablerow-limits"] = () => "{% tablerow a in (1..999999999) cols: 1 limit: 99999999999999999999 offset: 9 %}{% endtablerow %}",
        ["range-edges"] = () => "{% for a in (-2000000000..2000000000) reversed %}{% endfor %}",
        ["map-range"] = () => "{{ (1..100000000) | map: 1 }}",
        ["where-range"] = () => "{{ (1..100000000) | where: 0, 1 }}",
        ["find-range"] = () => "{% for i in (1..99999) %}{{ (1..100000) | find: 70, 1 }}{% endfor %}",
        ["sum-range"] = () => "{{ (1..100000000) | sum }}",
        ["sum-again"] = () => "{% for i in (1..99999) %}{{ (1..100000) | sum }}{% endfor %}",
        ["uniq-range"] = () => "{{ (1..100000000) | uniq | size }}",
        ["compact-range"] = () => "{{ (1..100000000) | compact | size }}",
        ["reverse-range"] = () => "{{ (1..100000000) | reverse | first }}",
        ["contains-range"] = () =>
            "{% assign a = (1..70000) | reverse %}{% for i in (1..99999) %}{% if a contains 'x' %}{% endif %}{% case a %}{% when a %}"
            + "{% endcase %}{% endfor %}",
        ["render-range"] = () => "{% render 'leaf' for (1..100000000) as x %}",
        ["size-range"] = () => "{% for i in (1..99999) %}{% assign a = (1..100000000) | concat: b %}{% endfor %}",
        ["concat-doubling"] = () =>
            "{% assign a = (1..9) | reverse %}{% for i in (1..99) %}{% assign a = a | concat: a | reverse %}{% endfor %}",
        ["nested-lists"] = () =>
            "{% assign a = 'a' | split: '' %}{% for i in (1..99) %}{% assign a = a | concat: a | uniq | concat: a %}{% endfor %}"
            + "{{ a | concat: a | join }}{% for i in (1..9999999) %}{% endfor %}",
        ["split-characters"] = () =>
            "{% assign a = (1..90000) | join: 'xxxxxxxxxx' %}{{ a | split: '' | size }}{% for i in (1..99) %}"
            + "{% assign b = a | split: 'x' %}{% endfor %}",
        ["sort-texts"] = () =>
            "{% assign a = (1..90000) | reverse | join: ',' | split: ',' %}{% for i in (1..99) %}{% assign b = a | sort_natural %}"
            + "{% assign b = b | reverse | sort %}{% endfor %}",
        ["sort-long-texts"] = () =>
            "{% assign a = 'aaaaaaaaaaaaaaaa' %}{% for i in (1..14) %}{% assign a = a | append: a %}{% endfor %}"
            + "{% assign b = a | append: ',' | append: a | append: ',' | append: a | append: ',' | append: a | split: ',' %}"
            + "{% for i in (1..90000) %}{% assign c = b | sort_natural %}{% assign c = b | sort %}{% assign c = b | uniq %}{% endfor %}",
        ["replace-with-context"] = () =>
            "{% assign a = 'ab' %}{% for i in (1..40) %}{% assign a = a | replace: 'b', \"\\`\\'\\0b\" %}{% endfor %}",
        ["replace-characters"] = () =>
            "{% assign a = (1..90000) | join: 'x' %}{% for i in (1..99) %}"
            + "{% assign b = a | replace: 'x', '' | replace: '1', 'yyyyyyyy' %}{% endfor %}",
        ["escape-doubling"] = () => "{% assign a = '<' %}{% for i in (1..60) %}{% assign a = a | escape | append: a %}{% endfor %}{{ a }}",
        ["escape-control"] = () =>
            "{% assign a = '\u0001\u0001\u0001\u0001\u0001\u0001\u0001\u0001' %}{% for i in (1..18) %}{% assign a = a | append: a %}"
            + "{% endfor %}{% assign b = a | split: ',' %}{{ b | append: '' | size }}{{ b | append: '' | size }}"
            + "{{ b | append: '' | size }}{{ b | append: '' | size }}",
        ["inspect-map"] = () => "{% for i in (1..99999) %}{{ i | default: 1 }}{% assign a = (1..9000) | reverse | append: a %}{% endfor %}",
        ["newline-to-br"] = () =>
            "{% assign a = '\n\n\n\n\n\n\n\n' %}{% for i in (1..40) %}{% assign a = a | newline_to_br %}"
            + "{% assign a = a | append: a %}{% endfor %}",
        ["base64-again"] = () => "{% assign a = 'aaaa' %}{% for i in (1..99) %}{% assign a = a | base64_encode %}{% endfor %}",
        ["strip-html-opens"] = () =>
            "{% assign a = '<!--<script<style<' %}{% for i in (1..15) %}{% assign a = a | append: a %}{% endfor %}"
            + "{% for i in (1..99999) %}{% assign b = a | strip_html %}{% endfor %}",
        ["escape-once-entities"] = () =>
            "{% assign a = '&aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' %}{% for i in (1..15) %}{% assign a = a | append: a %}"
            + "{% endfor %}{% for i in (1..99999) %}{% assign b = a | escape_once %}{% endfor %}",
        ["truncatewords-again"] = () =>
            "{% assign a = (1..90000) | join: ' ' %}{% for i in (1..99999) %}{% assign b = a | truncatewords: 80000 %}{% endfor %}",
        ["strip-again"] = () =>
            "{% assign a = '                ' %}{% for i in (1..15) %}{% assign a = a | append: a %}{% endfor %}"
            + "{% for i in (1..99999) %}{% if a == blank %}{% endif %}{% assign b = a | plus: 1 %}"
            + "{% assign c = a | strip | size %}{% endfor %}",
        ["first-of-text"] = () =>
            "{% assign a = 'aaaaaaaaaaaaaaaé' %}{% for i in (1..15) %}{% assign a = a | append: a %}{% endfor %}"
            + "{% for i in (1..99999) %}{{ a | first }}{{ a.last }}{{ a | slice: 200000, 1 }}{% endfor %}",
        ["date-again"] = () => "{% for i in (1..99999) %}{{ i | date: '%c %c %c %c %c %c %c %c %c %c %c %c %c %c %c %c' }}{% endfor %}",
        ["date-widths-again"] = () => "{% for i in (1..99999) %}{{ i | date: '%1024A%1024N%01024d%-1024e%1024%%1024z' }}{% endfor %}",
        ["date-text"] = () =>
            "{% assign a = 'january ' %}{% for i in (1..99999) %}{{ 'January 1st 2020 10:11:12.1234 pm +0100' | date: a }}{% endfor %}",
        ["big-number"] = () => "{% assign a = 9 %}{% for i in (1..99) %}{% assign a = a | times: a | plus: 1 %}{{ a }}{% endfor %}",
        ["big-literal"] = () => "{{ " + new string('9', Room) + " | plus: 1 }}",
        ["big-text-number"] = () => "{% for i in (1..99999) %}{{ '" + new string('9', Room) + "' | plus: 1 }}{% endfor %}",
        ["big-number-text-again"] = () =>
            "{% assign a = '" + new string('9', 900) + "' | plus: 1 %}{% for i in (1..99999) %}{{ a }}{{ a | divided_by: 7 }}{% endfor %}",
        ["round-far"] = () =>
            "{% for i in (1..99999) %}{{ 123.456 | round: 1000000 }}{{ 123.456 | round: -1000000 }}{{ '1' | round: -1200 }}"
            + "{% endfor %}{% for i in (1..99999) %}{% endfor %}",
        ["long-name"] = () => "{{ " + new string('a', 60_000) + " | " + new string('b', 50_000) + " }}",
        ["names-by-text"] = () =>
            "{% for i in (1..99999) %}{% assign k = i | append: 'x' %}{{ [k] }}{% endfor %}{% for i in (1..99999) %}{% endfor %}",
        ["include-by-variable"] = () =>
            "{% for i in (1..99999) %}{% assign n = 'leaf' %}{% include n %}{% endfor %}{% for i in (1..99999) %}{% endfor %}",
        ["include-unknown-names"] = () => "{% for i in (1..99999) %}{% assign n = 'x' | append: i %}{% include n %}{% endfor %}",
        ["json-of-lists"] = () =>
            "{% assign a = (1..60000) | reverse %}<script type=\"application/json\">{% for i in (1..99999) %}{{ a }}{% endfor %}</script>",
        ["url-output"] = () =>
            "{% assign a = '\"<>é' %}{% for i in (1..17) %}{% assign a = a | append: a %}{% endfor %}"
            + "<a href=\"/?{% for i in (1..99999) %}{{ a }}{% endfor %}\">",
        ["ifchanged-large"] = () =>
            "{% assign a = (1..90000) | join %}{% for i in (1..99999) %}{% ifchanged %}{{ a }}{% endifchanged %}{% endfor %}",
        ["default-again"] = () =>
            "{% for i in (1..99999) %}{{ nil | default: a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7, h: 8 }}{% endfor %}"
            + "{% for i in (1..99999) %}{% endfor %}",
        ["capture-nested"] = () =>
            "{% for i in (1..99999) %}{% capture a %}{% capture b %}{{ a }}x{% endcapture %}{{ b }}{% endcapture %}{% endfor %}"
            + "{% for i in (1..99999) %}{% endfor %}",
        ["long-path-again"] = () => "{% for a in (1..99999) %}{{ b" + Repeat(".a") + " }}{% endfor %}",
        ["wide-brackets"] = () =>
            "{% for a in (1..99999) %}{{ b" + Repeat("[b" + Repeat("[b" + Repeat("[b]", 180) + "]", 3_600) + "]") + " }}{% endfor %}",
        ["many-render-arguments"] = () => "{% for a in (1..99999) %}{% render 'leaf'" + Repeat(", a: a") + " %}{% endfor %}",
        ["render-of-large-conditions"] = () => Repeat("{% render 'many-conditions', a: a, b: b.c.d %}"),
        ["render-of-large-cases"] = () => Repeat("{% render 'many-values', a: a, b: b.c.d %}"),
        ["render-of-many-names"] = () =>
            "{% for i in (1..99999) %}{% for j in (1..99999) %}{% render 'many-names' %}{% endfor %}{% endfor %}",
        ["html-states"] = () => Repeat("<a href=\"", Room / 2) + Repeat("{{ x }}", Room / 2),
    };

    /// <summary>The partials that they call.</summary>
    public static IReadOnlyDictionary<string, string> Partials { get; } = new Dictionary<string, string>(
        Enumerable.Range(0, 60).Select(static i => KeyValuePair.Create($"large-{i}", Repeat("{{a}}", 20_000))), StringComparer.Ordinal)
    {
        ["calls-large"] = string.Concat(Enumerable.Range(0, 5).Select(static i => $"{{% render 'large-{i}' %}}")),
        ["leaf"] = "x",
        ["self"] = "a{% include 'self' %}",
        ["self-render"] = "a{% render 'self-render' %}",
        ["ping"] = "{% render 'pong' %}",
        ["pong"] = "{% render 'ping' %}",
        ["twice"] = "{% include 'twice' %}{% include 'twice' %}",
        ["dynamic-self"] = "{% include n %}",
        ["many-names"] = "{% if nothing %}" + string.Concat(Enumerable.Range(0, 10_000).Select(static i => "{{a" + i + "}}"))
            + "{% endif %}",
        ["many-assigned"] = "{% if nothing %}" + string.Concat(Enumerable.Range(0, 4_500).Select(static i => $"{{% assign a{i} = 1 %}}"))
            + "{% endif %}",
        ["twice-render"] = "{% render 'twice-render' %}{% render 'twice-render' %}",
        ["render-each"] = "{% render 'render-each' for list, list: list %}",
        ["include-each"] = "{% for i in (1..9) %}{% include 'include-each' %}{% endfor %}",
        ["in-a-url"] = "{% render 'in-a-url' %}/",
        ["many-conditions-large"] = string.Concat(Enumerable.Repeat("{% if q %}b{% endif %}", 450)),
        ["many-conditions"] = "{% if a" + string.Concat(Enumerable.Repeat(" or b[b]", 60)) + " %}{% endif %}",
        ["many-values"] = "{% case a %}{% when b" + string.Concat(Enumerable.Repeat(", b[b]", 1200)) + " %}{% endcase %}",
    };

    public static string Repeat(string text, int room = Room) => string.Concat(Enumerable.Repeat(text, room / text.Length));
}
