using Microsoft.Extensions.DependencyInjection;

namespace SessionsWidgets.TestSupport;

/// <summary>Replaces both clocks of the library, so that a test decides how long something waits.</summary>
public static class TestClocks
{
    public static IServiceCollection AddClocks(this IServiceCollection services, TimeProvider clock) =>
        services.AddSingleton(clock).AddKeyedSingleton(ServiceCollectionExtensions.WaitingClockKey, clock);

    /// <summary>Options with both clocks.</summary>
    public static SessionsClientOptions On(this SessionsClientOptions options, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options with { TimeProvider = clock, WaitingClock = clock };
    }
}
