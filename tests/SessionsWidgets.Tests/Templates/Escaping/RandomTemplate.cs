namespace SessionsWidgets.Tests.Templates;

/// <summary>Writes random templates in which every output can stand. Which branch is taken never depends on the texts of the
/// data.</summary>
internal sealed class RandomTemplate(Random random)
{
    /// <summary>The names of the model.</summary>
    public static readonly string[] Names = ["a", "b", "c", "n", "list"];

    private static readonly string[] Filters =
    [
        " | upcase", " | append: a", " | prepend: '<'", " | escape", " | escape_once", " | strip_html", " | default: c", " | truncate: 9",
        " | slice: 1, 8", " | replace: 'a', '<b>'", " | split: 'e' | join: '<'", " | split: '' | reverse", " | url_encode", " | url_decode",
        " | strip | capitalize", " | concat: list", " | first", " | last", " | remove: '/'", " | newline_to_br | upcase",
    ];

    private static readonly string[] Conditions = ["n == 7", "n > 9", "a", "nothing", "list", "b.nothing", "n == 1 or b", "a and nothing"];

    /// <summary>What can stand where text can.</summary>
    public string Text(int depth, string? partial = null) =>
        string.Concat(Enumerable.Range(0, random.Next(1, 5)).Select(_ => Node(depth, partial)));

    /// <summary>What can stand in attributes, too.</summary>
    public string Words() => string.Concat(Enumerable.Range(0, random.Next(1, 5)).Select(_ => random.Next(9) switch
    {
        0 => "word ",
        1 => $"{{% if {Pick(Conditions)} %}}{Output()}{{% else %}}x{Output()}{{% endif %}}",
        2 => $"{{% for i in list %}}{{{{ i{Filter()} }}}}{{% if forloop.index == 2 %}}{{% break %}}{{% endif %}}{{% endfor %}}",
        3 => "{% cycle a, c %}",
        4 => "{% increment z %}",
        5 => $"{{% capture w %}}{Output()}, {Output()}{{% endcapture %}}{{{{ w }}}}",
        6 => $"{{% assign w = {Value()}{Filter()} %}}{{{{ w }}}}",
        _ => Output(),
    }));

    private string Node(int depth, string? partial) => random.Next(depth > 0 ? 15 : 9) switch
    {
        0 => " text\n",
        1 => $"<b title=\"{Words()}\">{Output()}</b>",
        2 => $"<a href=\"{Output()}\" class='{Words()}'>x</a>",
        3 => $"<a href='/p/{Output()}?q={Output()}'>{Output()}</a>",
        4 => $"<img src=\"/i.png\" srcset=\"{Output()} 1x, /b/{Output()} 2x\" alt='{Words()}'>",
        5 => $"<textarea>{Words()}</textarea>",
        6 => $"<script type=\"application/json\">{{\"a\": {Output()}, \"b\": \"{Output()}\"}}</script>",
        7 when partial is not null =>
            $"{{% render '{partial}'{(random.Next(4) == 0 ? " for list as a" : ", a: a")}, b: b, c: {Value()}, n: n, list: list %}}",
        7 or 8 => Output(),
        9 =>
            $"{{% if {Pick(Conditions)} %}}{Text(depth - 1, partial)}"
            + $"{{% elsif {Pick(Conditions)} %}}{Text(depth - 1, partial)}{{% endif %}}",
        10 =>
            $"<ul>{{% for i in list %}}<li {{% if {Pick(Conditions)} %}}title=\"{Output()}\"{{% endif %}}>"
            + $"{{{{ i }}}}{Text(depth - 1, partial)}</li>{{% endfor %}}</ul>",
        11 => $"{{% capture d %}}<i>{Text(depth - 1, partial)}</i>{{% endcapture %}}{{{{ d }}}}{{{{ d{Filter()} }}}}",
        12 => $"{{% case n %}}{{% when 7 %}}{Text(depth - 1, partial)}{{% else %}}{Text(depth - 1, partial)}{{% endcase %}}",
        13 => $"{{% capture k %}}{Words()}{{% endcapture %}}<b id='{{{{ k }}}}'>{{{{ k }}}}</b>",
        _ =>
            $"{{% unless {Pick(Conditions)} %}}{Text(depth - 1, partial)}{{% endunless %}}<i {{% if n %}}title='{Words()}'"
            + $"{{% endif %}}></i>",
    };

    private string Output() => $"{{{{ {Value()}{Filter()} }}}}";

    private string Value() => random.Next(9) switch
    {
        0 => "'<lit \"eral\">'",
        1 => "n",
        2 => "b.x",
        3 => "b.y.x",
        4 => "list",
        5 => "list[0].x",
        6 => "c",
        _ => "a",
    };

    private string Filter() => random.Next(2) == 0 ? "" : Pick(Filters);

    private string Pick(string[] from) => from[random.Next(from.Length)];
}
