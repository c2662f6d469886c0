using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace SessionsWidgets;

/// <summary>Configures and validates the options from the section, again when it changes.</summary>
internal sealed class SectionOptions(IConfiguration section)
    : IConfigureOptions<SessionsWidgetsOptions>, IValidateOptions<SessionsWidgetsOptions>
{
    /// <summary>Validates what only the running site knows; null until it runs. Throws a <see cref="ParameterException"/>.</summary>
    public Action<SessionsWidgetsOptions>? ValidateForSite { get; set; }

    /// <summary>Whether the configuration has the section.</summary>
    public bool Exists => section is IConfigurationSection known ? known.Exists() : section.GetChildren().Any();

    /// <summary>The path of the section; empty for the whole configuration.</summary>
    public string Path => (section as IConfigurationSection)?.Path ?? "";

    /// <summary>Registers the options, once.</summary>
    /// <returns>Whether they are not registered yet.</returns>
    /// <exception cref="InvalidOperationException">They are registered with another section.</exception>
    public static bool TryRegister(IServiceCollection services, IConfiguration section)
    {
        var options = new SectionOptions(section);
        if (services.FirstOrDefault(s => s.ServiceType == typeof(SectionOptions))?.ImplementationInstance is SectionOptions known)
            return known.Path.Equals(options.Path, StringComparison.OrdinalIgnoreCase) ? false : throw known.Other(options);
        services.AddSingleton(options);
        services.Replace(ServiceDescriptor.Singleton<IOptionsFactory<SessionsWidgetsOptions>, LastGoodOptions>());
        services.AddOptions<SessionsWidgetsOptions>().ValidateOnStart();
        services.AddSingleton<IConfigureOptions<SessionsWidgetsOptions>>(options);
        services.AddSingleton<IValidateOptions<SessionsWidgetsOptions>>(options);
        services.AddSingleton<IOptionsChangeTokenSource<SessionsWidgetsOptions>>(
            new ConfigurationChangeTokenSource<SessionsWidgetsOptions>(section));
        return true;
    }

    /// <exception cref="OptionsValidationException">A key or a value is not allowed.</exception>
    public void Configure(SessionsWidgetsOptions options)
    {
        try
        {
            SectionBinder.Read(section, options);
        }
        catch (ParameterException e)
        {
            throw new OptionsValidationException(Options.DefaultName, typeof(SessionsWidgetsOptions), [e.Message]);
        }
    }

    public ValidateOptionsResult Validate(string? name, SessionsWidgetsOptions options)
    {
        try
        {
            options.Validate();
            ValidateForSite?.Invoke(options);
            return ValidateOptionsResult.Success;
        }
        catch (ParameterException e)
        {
            return ValidateOptionsResult.Fail(e.Message);
        }
    }

    private InvalidOperationException Other(SectionOptions other) => new(
        $"SessionsWidgets is registered with {Shown(Path)}, and now once more with {Shown(other.Path)}. A site has one section: move the "
        + $"businesses of the other into {SessionsWidgetsOptions.SectionName}:{nameof(SessionsWidgetsOptions.Businesses)} and name them "
        + "where they are shown, or pass the same section in both calls.");

    private static string Shown(string path) => path.Length == 0 ? "the whole configuration" : $"the section '{path}'";
}
