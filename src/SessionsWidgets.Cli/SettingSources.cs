using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace SessionsWidgets.Cli;

/// <summary>Says where the settings of a run come from: an option, the environment or the configuration file.</summary>
/// <param name="root">The configuration.</param>
/// <param name="sources">The sources in the order of its providers: how each shows a setting; null for one that is not shown.</param>
/// <param name="ways">The ways in which a setting that is missing can be set.</param>
internal sealed partial class SettingSources(
    IConfigurationRoot root, IReadOnlyList<Func<string, string>?> sources, Func<string, string> ways)
{
    /// <summary>Adds to a message where each setting that it names comes from.</summary>
    public string Explain(string message)
    {
        var lines = Setting().Matches(message).Select(match => match.Value).Distinct().Select(SourceOf).OfType<string>();
        return string.Join('\n', [message, .. lines]);
    }

    private string? SourceOf(string setting)
    {
        var providers = root.Providers.ToList();
        for (var i = providers.Count - 1; i >= 0; i--)
        {
            if (providers[i].TryGet(setting, out var value) && value is not null)
                return sources[i] is { } source ? $"{setting} comes from {source(setting)}." : null;
        }

        return $"{setting} is not set: set it by {ways(setting)}.";
    }

    [GeneratedRegex("SessionsWidgets(:[A-Za-z0-9_-]+)+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Setting();
}
