using Microsoft.Extensions.Configuration;

namespace SessionsWidgets.Cli;

/// <summary>The settings of a run.</summary>
/// <param name="Section">The settings of the library.</param>
/// <param name="Sources">Where each comes from.</param>
/// <param name="Secrets">The secrets of the file and of the environment, also those that something else overrides.</param>
internal sealed record SiteSettings(IConfigurationSection Section, SettingSources Sources, IReadOnlyList<ConfiguredSecret> Secrets);
