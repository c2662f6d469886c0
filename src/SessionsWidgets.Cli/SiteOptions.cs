using System.CommandLine;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SessionsWidgets.Cli.ExampleData;

namespace SessionsWidgets.Cli;

/// <summary>The options shared by commands that use the API, and the services they configure.</summary>
internal sealed class SiteOptions
{
    private readonly Option<string?> _config = new("--config") { Description = SettingsSource.Order, HelpName = "FILE" };

    private readonly Option<bool> _sandbox = new("--sandbox")
    {
        Description = "Use example data instead of the APIs: invented people and cigars, without pictures.",
    };

    private readonly (Option<string?> Option, string Key)[] _settings =
    [
        (new("--api-base-url") { Description = "The base URL of the sessions API.", HelpName = "URL" }, "ApiBaseUrl"),
        (new("--business-type") { Description = "venue or brand.", HelpName = "TYPE" }, "BusinessType"),
        (new("--business-id") { Description = "The id of the business in the API.", HelpName = "ID" }, "BusinessId"),
        (new("--time-zone") { Description = "The time zone of dates, such as America/New_York.", HelpName = "ZONE" }, "TimeZone"),
        (new("--culture") { Description = "The language of the widgets, such as en.", HelpName = "TAG" }, "Culture"),
        (new("--templates") { Description = "The folder of your own templates.", HelpName = "FOLDER" }, "Templates"),
    ];

    /// <param name="command">A command that uses the API.</param>
    /// <param name="withSandbox">Whether it can do without.</param>
    public void AddTo(Command command, bool withSandbox)
    {
        command.Options.Add(_config);
        if (withSandbox) command.Options.Add(_sandbox);
        foreach (var (option, _) in _settings) command.Options.Add(option);
    }

    /// <summary>Adds what names the settings file, to a command that uses no API.</summary>
    public void AddFileTo(Command command) => command.Options.Add(_config);

    /// <summary>Finds the settings file.</summary>
    /// <exception cref="ParameterException">The file of the option does not exist.</exception>
    public SettingsSource FindSource(ParseResult parsed, CliEnvironment environment, string? site = null) =>
        SettingsSource.Find(parsed.GetValue(_config), environment, site);

    /// <summary>Whether example data is used instead of the APIs.</summary>
    /// <exception cref="ParameterException">Another option names an API.</exception>
    public bool UsesSandbox(ParseResult parsed)
    {
        if (!parsed.GetValue(_sandbox)) return false;
        var address = _settings[0].Option;
        return parsed.GetValue(address) is { } url
            ? throw new ParameterException(
                address.Name, url, $"{_sandbox.Name} uses example data instead of an API: leave one of the two out.")
            : true;
    }

    /// <summary>Reads the settings. Order: defaults of the command, file, environment, options; the last one wins.</summary>
    /// <exception cref="ParameterException">The file is missing or broken.</exception>
    public SiteSettings ReadSettings(
        ParseResult parsed, CliEnvironment environment, string? site = null, IEnumerable<KeyValuePair<string, string?>>? defaults = null)
    {
        var configuration = new ConfigurationBuilder();
        var sources = new List<Func<string, string>?>();
        var secrets = new List<ConfiguredSecret>();
        var usesSandbox = UsesSandbox(parsed);
        if (usesSandbox) Add(null, ExampleSettings.Defaults);
        if (defaults is not null) Add(null, defaults);

        environment.Settings = FindSource(parsed, environment, site);
        var file = environment.Settings.Path;
        if (file is not null)
        {
            var settings = SettingsFile.Read(file, SettingsSection);
            sources.Add(_ => file);
            configuration.AddConfiguration(settings);
            secrets.AddRange(ConfiguredSecret.In(settings.AsEnumerable(), SettingsSection));
        }

        var variables = SettingVariables.Read(environment.Variables, SettingsSection).ToList();
        sources.Add(setting => $"the environment variable {VariableOf(setting)}");
        configuration.AddInMemoryCollection(variables);
        secrets.AddRange(ConfiguredSecret.In(variables, SettingsSection));
        Add(
            setting => OptionOf(setting)!,
            _settings.Select(s => KeyValuePair.Create(s.Key, parsed.GetValue(s.Option))).Where(s => s.Value is not null));

        if (usesSandbox) Add(_ => _sandbox.Name, ExampleSettings.All);

        var root = configuration.Build();
        return new SiteSettings(
            root.GetSection(SettingsSection),
            new SettingSources(root, sources, setting => Ways(setting, file ?? SettingsSource.FileName)),
            secrets);

        void Add(Func<string, string>? source, IEnumerable<KeyValuePair<string, string?>> settings)
        {
            sources.Add(source);
            configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create($"{SettingsSection}:{s.Key}", s.Value)));
        }
    }

    /// <summary>Reads the settings and creates the services.</summary>
    /// <exception cref="ParameterException">The file is missing or broken.</exception>
    public ServiceProvider CreateServices(ParseResult parsed, CliEnvironment environment) =>
        CreateServices(parsed, environment, ReadSettings(parsed, environment));

    /// <summary>Creates the services.</summary>
    public ServiceProvider CreateServices(
        ParseResult parsed, CliEnvironment environment, SiteSettings settings, Action<SessionsWidgetsBuilder>? extend = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton(environment.Clock);
        services.AddKeyedSingleton(ServiceCollectionExtensions.WaitingClockKey, environment.Clock);
        services.AddSingleton(settings.Sources);
        var builder = services.AddSessionsWidgetsCore(settings.Section);
        if (UsesSandbox(parsed)) ExampleSettings.Respond(services, environment.Clock);
        else if (environment.HttpHandler is { } handler)
            services.AddHttpClient("SessionsWidgets").ConfigurePrimaryHttpMessageHandler(() => handler);
        extend?.Invoke(builder);
        return services.BuildServiceProvider();
    }

    /// <summary>The section of the settings.</summary>
    public const string SettingsSection = "SessionsWidgets";

    private static string VariableOf(string setting) => setting.Replace(":", "__", StringComparison.Ordinal);

    private string? OptionOf(string setting) =>
        Array.Find(_settings, s => setting.Equals($"{SettingsSection}:{s.Key}", StringComparison.OrdinalIgnoreCase)).Option?.Name;

    /// <summary>The ways in which a setting can be set.</summary>
    private string Ways(string setting, string file) =>
        $"{(OptionOf(setting) is { } option ? $"{option}, " : "")}the environment variable {VariableOf(setting)} or {file}";
}
