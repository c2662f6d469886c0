using System.CommandLine;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace SessionsWidgets.Cli;

/// <summary>The options shared by commands that use the API, and the services they configure.</summary>
internal sealed class SiteOptions
{
    private const string FileName = "sessions-widgets.json";

    private readonly Option<string?> _config =
        new("--config") { Description = $"The configuration file. Default: {FileName}, where there is one.", HelpName = "FILE" };

    private readonly (Option<string?> Option, string Key)[] _settings =
    [
        (new("--api-base-url") { Description = "Where the sessions API is.", HelpName = "URL" }, "ApiBaseUrl"),
        (new("--business-type") { Description = "venue or brand.", HelpName = "TYPE" }, "BusinessType"),
        (new("--business-id") { Description = "The business's id in the API.", HelpName = "ID" }, "BusinessId"),
        (new("--time-zone") { Description = "The time zone of dates, such as America/New_York.", HelpName = "ZONE" }, "TimeZone"),
        (new("--culture") { Description = "The language of the widgets, such as en.", HelpName = "TAG" }, "Culture"),
        (new("--templates") { Description = "The folder of your own templates.", HelpName = "FOLDER" }, "Templates"),
    ];

    public void AddTo(Command command)
    {
        command.Options.Add(_config);
        foreach (var (option, _) in _settings) command.Options.Add(option);
    }

    /// <summary>Gets the path of the configuration file: the option, or the optional file in the folder.</summary>
    public string FilePath(ParseResult parsed, CliEnvironment environment, string folder) =>
        parsed.GetValue(_config) is { } named ? environment.FullPath(named) : Path.Combine(folder, FileName);

    /// <summary>Creates the services. Order: defaults of the command, file, environment, options; the last one wins.</summary>
    /// <exception cref="ParameterException">The file is missing or broken.</exception>
    public ServiceProvider CreateServices(
        ParseResult parsed, CliEnvironment environment, string folder,
        IEnumerable<KeyValuePair<string, string?>>? defaults = null, Action<SessionsWidgetsBuilder>? extend = null)
    {
        var configuration = new ConfigurationBuilder();
        var file = FilePath(parsed, environment, folder);
        var sources = new List<Func<string, string>?>();
        if (defaults is not null)
        {
            sources.Add(null);
            configuration.AddInMemoryCollection(defaults.Select(d => KeyValuePair.Create($"{SettingsSection}:{d.Key}", d.Value)));
        }

        if (AddFile(configuration, parsed.GetValue(_config), environment, folder)) sources.Add(_ => file);
        sources.Add(setting => $"the environment variable {VariableOf(setting)}");
        configuration.AddInMemoryCollection(environment.Variables
            .Select(v => new KeyValuePair<string, string?>(v.Key.Replace("__", ":", StringComparison.Ordinal), v.Value)));
        sources.Add(setting => OptionOf(setting)!);
        configuration.AddInMemoryCollection(_settings
            .Where(s => parsed.GetValue(s.Option) is not null)
            .Select(s => new KeyValuePair<string, string?>($"{SettingsSection}:{s.Key}", parsed.GetValue(s.Option))));

        var services = new ServiceCollection();
        services.AddSingleton(environment.Clock);
        services.AddKeyedSingleton(ServiceCollectionExtensions.WaitingClockKey, environment.Clock);
        var root = configuration.Build();
        services.AddSingleton(new SettingSources(root, sources, setting => Ways(setting, file)));
        var builder = services.AddSessionsWidgetsCore(root.GetSection(SettingsSection));
        if (environment.HttpHandler is { } handler)
            services.AddHttpClient("SessionsWidgets").ConfigurePrimaryHttpMessageHandler(() => handler);
        extend?.Invoke(builder);
        return services.BuildServiceProvider();
    }

    private const string SettingsSection = "SessionsWidgets";

    private static string VariableOf(string setting) => setting.Replace(":", "__", StringComparison.Ordinal);

    private string? OptionOf(string setting) =>
        Array.Find(_settings, s => setting.Equals($"{SettingsSection}:{s.Key}", StringComparison.OrdinalIgnoreCase)).Option?.Name;

    /// <summary>The ways in which a setting can be set.</summary>
    private string Ways(string setting, string file) =>
        $"{(OptionOf(setting) is { } option ? $"{option}, " : "")}the environment variable {VariableOf(setting)} or {file}";

    /// <returns>Whether there is a file.</returns>
    private static bool AddFile(ConfigurationBuilder configuration, string? named, CliEnvironment environment, string folder)
    {
        var path = named is null ? Path.Combine(folder, FileName) : environment.FullPath(named);
        var exists = File.Exists(path);
        if (exists) configuration.AddConfiguration(SettingsFile.Read(path, SettingsSection));
        else if (named is not null) throw new ParameterException("--config", named, "there is no such file.");
        return exists;
    }
}
