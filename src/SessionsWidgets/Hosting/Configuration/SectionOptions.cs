using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace SessionsWidgets;

/// <summary>The options as the configuration section gives them, read anew when it changes.</summary>
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

    /// <exception cref="OptionsValidationException">The section has a key or a value that is not allowed.</exception>
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
