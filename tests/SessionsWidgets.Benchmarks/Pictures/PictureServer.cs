using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SessionsWidgets.AspNetCore;

namespace SessionsWidgets.Benchmarks.Pictures;

/// <summary>A site that serves a picture of 20 KB as one of a widget, and the same bytes as a static file.</summary>
internal static class PictureServer
{
    public const string FilePath = "/picture.png";

    private const int Length = 20 * 1024;
    private const string HostPath = "/host/picture.png";

    /// <summary>Serves until the input ends; writes the addresses of both first.</summary>
    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("sessions-widgets-pictures-");
        var picture = CreatePicture();
        await File.WriteAllBytesAsync(folder.FullName + FilePath, picture);
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { EnvironmentName = "Production", WebRootPath = folder.FullName });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["SessionsWidgets:ApiBaseUrl"] = "http://127.0.0.1:1",
            ["SessionsWidgets:BusinessId"] = "lounge",
            ["SessionsWidgets:Pictures:Mode"] = "Proxy",
            ["SessionsWidgets:Pictures:Key"] = "the-key-of-this-benchmark-0123456789-abcdefghijkl",
        });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSessionsWidgets(builder.Configuration.GetSection("SessionsWidgets"));
        await using var app = builder.Build();
        app.UseStaticFiles();
        app.MapSessionsWidgets("/widgets");
        app.MapGet(HostPath, () => Results.Bytes(picture, "image/png"));
        await app.StartAsync();
        var root = new Uri(app.Urls.First());
        var client = app.Services.GetRequiredService<SessionsClient>();
        var business = client.GetBusiness(BusinessType.Venue, "lounge");
        var address = client.Pictures.AddressesFor("", business.MayBeLocal).Of(new Uri(root, HostPath), business.PictureHash)!;
        await Console.Out.WriteLineAsync(new Uri(root, FilePath).AbsoluteUri);
        await Console.Out.WriteLineAsync(new Uri(root, address).AbsoluteUri);
        await Console.In.ReadToEndAsync();
        await app.StopAsync();
        folder.Delete(recursive: true);
    }

    /// <summary>The header of a PNG and noise: nobody decodes it here.</summary>
    private static byte[] CreatePicture()
    {
        var bytes = new byte[Length];
        new Random(1).NextBytes(bytes);
        byte[] header = [0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n', 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 1, 0, 0, 0, 1, 0];
        header.CopyTo(bytes, 0);
        return bytes;
    }
}
