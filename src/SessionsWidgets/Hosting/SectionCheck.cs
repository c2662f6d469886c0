using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace SessionsWidgets;

/// <summary>Stops the host at startup if its configuration lacks the section, such as because the name is misspelled.</summary>
/// <remarks>Not where code sets addresses or businesses: by the options, or by an <see cref="IBusinessSource"/>.</remarks>
internal sealed class SectionCheck(SectionOptions section, IOptions<SessionsWidgetsOptions> options, IServiceProvider services)
    : IHostedService
{
    /// <exception cref="OptionsValidationException">There is no such section, or only a part of the settings is in it.</exception>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (IsUsable) return Task.CompletedTask;
        if (!section.Exists)
        {
            var name = section.Path.Length == 0 ? "The configuration is empty" : $"The configuration has no section '{section.Path}'";
            throw Invalid($"{name}.{(Nearest(NearestName.Of) is { } near ? Rename(near) : Add())}");
        }

        // Such as when the key is in the environment, and everything else in a section that is misspelled.
        return Nearest(NearestName.Misspelt) is { } other
            ? throw Invalid(
                $"{section.Path}:ApiBaseUrl is missing, and the configuration has a section '{other}', which is not read."
                + $"{DidYouMean.Sentence(nearest: section.Path)} Rename it.")
            : Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Whether there is something to show, from the section or from code.</summary>
    private bool IsUsable =>
        options.Value.ApiBaseUrl is not null
        || options.Value.Businesses.Count > 0
        || services.GetRequiredService<IServiceProviderIsService>().IsService(typeof(IBusinessSource));

    private static OptionsValidationException Invalid(string message) =>
        new(Options.DefaultName, typeof(SessionsWidgetsOptions), [message]);

    /// <summary>The path of the section beside it that may be meant; null for none.</summary>
    private string? Nearest(Func<string, IEnumerable<string>, string?> find)
    {
        if (section.Path.Length == 0 || services.GetService<IConfiguration>() is not { } configuration) return null;
        var parent = ConfigurationPath.GetParentPath(section.Path);
        var key = ConfigurationPath.GetSectionKey(section.Path);
        var beside = (parent is null ? configuration : configuration.GetSection(parent)).GetChildren()
            .Where(c => c.Exists() && !c.Key.Equals(key, StringComparison.OrdinalIgnoreCase));
        var nearest = find(key, beside.Select(c => c.Key));
        return nearest is null ? null : parent is null ? nearest : ConfigurationPath.Combine(parent, nearest);
    }

    private string Rename(string near) =>
        $" Did you mean '{near}'? Rename one of the two: the section in the configuration, or GetSection(\"{section.Path}\") in "
        + "AddSessionsWidgets.";

    private string Add()
    {
        var path = section.Path.Length == 0 ? "" : $"{section.Path}:";
        return $" Set {path}ApiBaseUrl, {path}BusinessType and {path}BusinessId, in appsettings.json or as environment variables "
            + $"({path.Replace(":", "__", StringComparison.Ordinal)}ApiBaseUrl); an empty section says that code sets them.";
    }
}
