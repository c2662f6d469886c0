using System.Text.RegularExpressions;

namespace SessionsWidgets.Cli.Tests.Docs;

/// <summary>One command of a shell's lines.</summary>
internal sealed partial record ShellCommand(string Program, IReadOnlyList<string> Arguments)
{
    /// <summary>Whether it has an argument.</summary>
    public bool Has(string argument) => Arguments.Contains(argument);

    /// <summary>What follows an option; null without it.</summary>
    public string? After(string option) => Arguments.SkipWhile(a => a != option).ElementAtOrDefault(1);

    /// <summary>The commands of lines: those of a line stand between <c>&amp;&amp;</c>, and <c>#</c> ends it.</summary>
    public static IEnumerable<ShellCommand> In(string text)
    {
        // A script's own arguments are empty here.
        foreach (var line in text.Split('\n'))
        {
            var words = new List<string>();
            foreach (var word in Words().Matches(line).Select(m => m.Groups["word"].Value).TakeWhile(w => !w.StartsWith('#')).Append("&&"))
            {
                if (word is not ("&&" or "&"))
                {
                    if (word != "$@") words.Add(word);
                    continue;
                }

                if (words.Count > 0) yield return Of(words);
                words = [];
            }
        }
    }

    private static ShellCommand Of(List<string> words)
    {
        var variables = words.TakeWhile(w => Variable().IsMatch(w)).ToList();
        foreach (var variable in variables) variable.ShouldStartWith("SessionsWidgets__");
        return new ShellCommand(words[variables.Count], words[(variables.Count + 1)..]);
    }

    [GeneratedRegex("""(?<=^|\s)("(?<word>[^"]*)"|'(?<word>[^']*)'|(?<word>\S+))(?=\s|$)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Words();

    [GeneratedRegex(@"^\w+=", RegexOptions.None, 1000)]
    private static partial Regex Variable();
}
