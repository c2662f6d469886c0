using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SessionsWidgets.AspNetCore;

namespace SessionsWidgets.HostTests.Tenants;

/// <summary>A source lives as long as the host, and so must what it takes.</summary>
public sealed class ScopedSourceTests
{
    private const string Remedy =
        ", but the IBusinessSource is a singleton, which all requests use at once: take an IDbContextFactory (AddDbContextFactory) or an "
        + "IServiceScopeFactory instead, and create what you need in each call.";

    [Fact]
    public async Task Start_SourceTakesAContextInProduction_SaysWhatToTakeInstead()
    {
        var error = await StartAsync(b => b.UseBusinessSource<SourceOfAContext>()).ShouldThrowAsync<InvalidOperationException>();
        error.Message.ShouldBe($"SourceOfAContext takes the scoped LoungeDb{Remedy}");
    }

    [Fact]
    public async Task Start_SourceTakesWhatTakesAContext_SaysWhoTakesIt()
    {
        var error = await StartAsync(builder =>
        {
            builder.Services.AddTransient<LoungeRepository>();
            builder.UseBusinessSource<SourceOfARepository>();
        }).ShouldThrowAsync<InvalidOperationException>();
        error.Message.ShouldBe($"LoungeRepository takes the scoped LoungeDb{Remedy}");
    }

    [Fact]
    public async Task Start_SourceTakesAScopedGeneric_SaysWhich()
    {
        var error = await StartAsync(builder =>
        {
            builder.Services.AddScoped(typeof(Repository<>));
            builder.UseBusinessSource<SourceOfAGeneric>();
        }).ShouldThrowAsync<InvalidOperationException>();
        error.Message.ShouldBe($"SourceOfAGeneric takes the scoped Repository<Lounge>{Remedy}");
    }

    [Fact]
    public async Task Start_SourceIsScoped_SaysSo()
    {
        var error = await StartAsync(b => b.Services.AddScoped<IBusinessSource, SourceOfAContext>())
            .ShouldThrowAsync<InvalidOperationException>();
        error.Message.ShouldBe($"It is registered as scoped{Remedy}");
    }

    [Fact]
    public async Task Start_SourceTakesAContextInDevelopment_DoesNotStart()
    {
        // There, ASP.NET Core itself looks, and earlier.
        var error = await StartAsync(b => b.UseBusinessSource<SourceOfAContext>(), "Development").ShouldThrowAsync<AggregateException>();
        error.Message.ShouldContain("Cannot consume scoped service");
        error.Message.ShouldContain(nameof(LoungeDb));
    }

    [Fact]
    public async Task Start_SourceTakesAFactoryBesideAContext_Starts()
    {
        await using var site = await StartAsync(builder =>
        {
            builder.Services.AddDbContextFactory<LoungeDb>(o => o.UseSqlite("Data Source=:memory:"));
            builder.UseBusinessSource<LoungeSource>();
        });
        site.Log.OwnEntries.ShouldBeEmpty();
    }

    private static Task<HostSite> StartAsync(Action<SessionsWidgetsBuilder> configure, string environment = "Production") =>
        HostSite.StartAsync(
            builder =>
            {
                builder.Services.AddDbContext<LoungeDb>(o => o.UseSqlite("Data Source=:memory:"));
                configure(builder.Services.AddSessionsWidgets(builder.Configuration.GetSection("SessionsWidgets")));
            },
            app => app.MapSessionsWidgets("/widgets"),
            environment,
            ("SessionsWidgets:ApiBaseUrl", "https://api.boxpressd.com"));
}
