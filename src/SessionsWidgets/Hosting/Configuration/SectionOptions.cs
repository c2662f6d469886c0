using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace SessionsWidgets;

/// <summary>Configures and validates the options from the section, again when it changes.</summary>
internal sealed class SectionOptions(IConfiguration section)
    : IConfigureOptions<SessionsWidgetsOptions>, IValidateOptions<SessionsWidgetsOptions>
{
    public static void Register(IServiceCollection services, IConfiguration section)
    {
        var options = new SectionOptions(section);
        services.AddOptions<SessionsWidgetsOptions>().ValidateOnStart();
        services.AddSingleton<IConfigureOptions<SessionsWidgetsOptions>>(options);
        services.AddSingleton<IValidateOptions<SessionsWidgetsOptions>>(options);
        services.AddSingleton<IOptionsChangeTokenSource<SessionsWidgetsOptions>>(
            new ConfigurationChangeTokenSource<SessionsWidgetsOptions>(section));
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
            return ValidateOptionsResult.Success;
        }
        catch (ParameterException e)
        {
            return ValidateOptionsResult.Fail(e.Message);
        }
    }
}
