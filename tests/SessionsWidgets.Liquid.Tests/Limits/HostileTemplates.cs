namespace SessionsWidgets.Liquid.Tests;

/// <summary>Templates that are meant to take a process down, each by its name.</summary>
internal static class HostileTemplates
{
    private const int Deep = 100_000;

    public static IReadOnlyDictionary<string, Func<string>> All { get; } = new Dictionary<string, Func<string>>(StringComparer.Ordinal)
    {
        ["nested-if"] = () => Repeat("{% if true %}"),
        ["nested-if-closed"] = () => Repeat("{% if true %}") + Repeat("{% endif %}"),
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
        ["capture-doubling"] = () => "{% assign a = 'aaaaaaaa' %}{% for i in (1..60) %}{% capture a %}{{ a }}{{ a }}{% endcapture %}{% endfor %}",
        ["list-doubling"] = () => "{% assign a = 'a,b' | split: ',' %}{% for i in (1..60) %}{% assign a = a | concat: a %}{% endfor %}",
        ["replace-blow-up"] = () => "{% assign a = 'aaaaaaaaaaaaaaaa' %}{% for i in (1..40) %}{% assign a = a | replace: 'a', a %}{% endfor %}",
        ["replace-nothing"] = () => "{% assign a = 'aaaaaaaa' %}{% for i in (1..40) %}{% assign a = a | replace: '', a %}{% endfor %}",
        ["join-blow-up"] = () => "{% assign a = (1..90000) | join: '" + new string('x', 1000) + "' %}",
        ["range-list"] = () => "{{ (1..2000000000) | join: '' }}",
        ["range-sort"] = () => "{{ (1..2000000000) | sort | size }}",
        ["output-blow-up"] = () => "{% for a in (1..90000) %}" + new string('x', 1000) + "{% endfor %}",
        ["date-width"] = () => "{{ 0 | date: '%999999999d' }}",
        ["date-widths"] = () => "{% for a in (1..90000) %}{{ 0 | date: '" + string.Concat(Enumerable.Repeat("%1000d", 500)) + "' }}{% endfor %}",
        ["date-format-doubling"] = () => "{% assign f = '%1000N' %}{% for i in (1..40) %}{% assign f = f | append: f %}{{ 0 | date: f | size }}{% endfor %}",
        ["large-argument"] = () => "{{ 'a' | append: '" + new string('x', 900_000) + "' | split: '' | join: 'xxxxxxxxxxxxxxxxxxxx' }}",
        ["many-arguments"] = () => "{{ 'a' | append: " + string.Concat(Enumerable.Repeat("1, ", Deep)) + "1 }}",
        ["many-filters"] = () => "{{ 'a' " + Repeat("| upcase ") + "}}" + "{% for a in (1..99999) %}{{ 'a' " + Repeat("| upcase ")[..300_000] + "}}{% endfor %}",
        ["long-path"] = () => "{{ a" + Repeat(".a") + " }}{% for a in (1..99999) %}{{ a.b.c | escape }}{{ 'x' | upcase | downcase | reverse }}{% endfor %}{{ x | date }}",
        ["long-condition"] = () => "{% if a " + Repeat("and a ") + "%}{% endif %}{% for i in (1..2000000000) %}{% endfor %}",
        ["self-including"] = () => "{% include 'self' %}",
        ["self-rendering"] = () => "{% render 'self-render' %}",
        ["mutual"] = () => "{% render 'ping' %}",
        ["exponential-include"] = () => "{% include 'twice' %}",
        ["dynamic-self"] = () => "{% assign n = 'dynamic-self' %}{% include n %}",
        ["too-long"] = () => new string('x', 2_000_000),
        ["strip-html"] = () => "{% assign a = '<' %}{% for i in (1..20) %}{% assign a = a | append: a %}{% endfor %}{{ a | strip_html | size }}{{ a | append: '<script' | strip_html | size }}{% for i in (1..2000000000) %}{% endfor %}",
        ["inspect-list"] = () => "{% assign a = (1..90000) | reverse %}{% for i in (1..900) %}{% assign b = a | upcase %}{% endfor %}",
        ["split-small"] = () => "{% assign a = (1..80000) | join: ',' %}{% for i in (1..90) %}{% assign b = a | split: ',' %}{% endfor %}",
        ["sort-again"] = () => "{% assign a = (1..50000) | reverse %}{% for i in (1..90000) %}{% assign b = a | sort %}{% endfor %}",
        ["contains-again"] = () => "{% assign a = (1..50000) | reverse %}{% for i in (1..90000) %}{% if a contains 0 %}{% endif %}{% endfor %}",
        ["compare-again"] = () => "{% assign a = (1..50000) | reverse %}{% assign b = (1..50000) | reverse %}{% for i in (1..90000) %}{% if a == b %}{% endif %}{% endfor %}",
        ["contains-text"] = () => "{% assign a = 'aaaaaaaaaaaaaaaa' %}{% for i in (1..15) %}{% assign a = a | append: a %}{% endfor %}{% assign c = a | append: 'b' %}{% for i in (1..90000) %}{% if a contains c %}{% endif %}{% if a == c %}{% endif %}{% if a contains 'aaaaaaaaaaab' %}{% endif %}{% endfor %}",
        ["size-again"] = () => "{% assign a = 'aaaaaaaaaaaaaaaa' %}{% for i in (1..15) %}{% assign a = a | append: a %}{% endfor %}{% for i in (1..90000) %}{{ a.size }}{{ a | size }}{% endfor %}",
        ["last-again"] = () => "{% assign a = 'aaaaaaaaaaaaaaaa' %}{% for i in (1..15) %}{% assign a = a | append: a %}{% endfor %}{% for i in (1..90000) %}{{ a | first }}{{ a | last }}{{ a | slice: -3, 2 }}{{ a | truncatewords: 3 | size }}{% endfor %}",
        ["cycle-names"] = () => "{% for i in (1..99999) %}{% cycle i: 1, 2 %}{% endfor %}{% for i in (1..2) %}{% for j in (1..99999) %}{% cycle j: 1, 2 %}{% endfor %}{% endfor %}",
        ["number-overflow"] = () => "{% assign a = 9 %}{% for i in (1..99) %}{% assign a = a | times: a %}{% endfor %}{{ a }}",
        ["html-states"] = () => Repeat("<a href=\"") + Repeat("{{ x }}"),
    };

    /// <summary>The partials that they call.</summary>
    public static IReadOnlyDictionary<string, string> Partials { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["leaf"] = "x",
        ["self"] = "a{% include 'self' %}",
        ["self-render"] = "a{% render 'self-render' %}",
        ["ping"] = "{% render 'pong' %}",
        ["pong"] = "{% render 'ping' %}",
        ["twice"] = "{% include 'twice' %}{% include 'twice' %}",
        ["dynamic-self"] = "{% include n %}",
    };

    private static string Repeat(string text) => string.Concat(Enumerable.Repeat(text, Deep / Math.Max(1, text.Length / 10)));
}
