using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SessionsWidgets.AspNetCore;

namespace SessionsWidgets.HostTests.Docs;

/// <summary>The site that a test of the docs tests, in place of the reader's own.</summary>
public sealed class BlockFactory : WebApplicationFactory<BlockFactory>
{
    protected override IHostBuilder CreateHostBuilder() => new HostBuilder();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseContentRoot(AppContext.BaseDirectory);
        builder.ConfigureServices((context, services) =>
        {
            services.AddRazorPages().AddApplicationPart(typeof(BlockFactory).Assembly);
            services.AddSessionsWidgets(context.Configuration.GetSection("SessionsWidgets"));
        });
        builder.Configure(app =>
        {
            app.UseRouting();
            app.UseEndpoints(endpoints => endpoints.MapRazorPages());
        });
    }
}
