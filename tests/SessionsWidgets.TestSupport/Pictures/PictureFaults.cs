using System.Globalization;
using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace SessionsWidgets.TestSupport.Pictures;

/// <summary>What hosts of pictures answer that never becomes a picture.</summary>
public static class PictureFaults
{
    /// <summary>The faults of a picture, each with words of its message. After a 429, its host is not asked for any.</summary>
    public static IReadOnlyList<(string Name, string Message)> All { get; } =
    [
        ("404", "404"), ("410", "410"), ("403", "403"), ("html", "is not a picture"), ("json", "is not a picture"),
        ("empty", "is not a picture"), ("svg", "the picture is SVG"), ("bomb", "30000 x 30000 pixels"),
        ("gzipped html", "is not a picture"), ("large", "2048 KiB"), ("endless", "2048 KiB"), ("gzip bomb", "2048 KiB"),
        ("not gzip", "Content-Encoding"),
        ("500", "500"), ("400", "400"), ("206", "206"), ("redirect abroad", "redirect"),
        ("redirect in circles", "redirect"), ("reset", ""),
    ];

    /// <summary>Answers a request of a picture.</summary>
    /// <param name="http">The request.</param>
    /// <param name="fault">The name of the fault, or a status.</param>
    /// <param name="abroad">Another host.</param>
    public static async Task AnswerAsync(HttpContext http, string fault, Uri abroad)
    {
        var response = http.Response;
        response.ContentType = "image/png";
        switch (fault)
        {
            case "html":
                await response.WriteAsync("<!DOCTYPE html><script>alert(1)</script>");
                break;
            case "json":
                await response.WriteAsync("{\"error\":\"none\"}");
                break;
            case "empty":
                break;
            case "svg":
                await response.Body.WriteAsync(SamplePictures.Svg);
                break;
            case "bomb":
                await response.Body.WriteAsync(SamplePictures.Png(30_000, 30_000));
                break;
            case "gzipped html":
                await WriteCompressedAsync(http, Encoding.UTF8.GetBytes("<!DOCTYPE html>"));
                break;
            case "large":
                response.ContentLength = 50_000_000;
                await response.Body.WriteAsync(SamplePictures.Png(8, 8));
                await response.Body.FlushAsync();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, http.RequestAborted);
                break;
            case "endless":
                while (true) await response.Body.WriteAsync(new byte[65_536], http.RequestAborted);
            case "gzip bomb":
                await WriteCompressedAsync(http, new byte[20_000_000]);
                break;
            case "not gzip":
                response.Headers.ContentEncoding = "gzip";
                await response.Body.WriteAsync(SamplePictures.Png(8, 8));
                break;
            case "429":
                response.StatusCode = 429;
                response.Headers.RetryAfter = "120";
                break;
            case "redirect abroad":
                response.Redirect(new Uri(abroad, "/a.png").AbsoluteUri);
                break;
            case "redirect in circles":
                response.Redirect(http.Request.Path);
                break;
            case "reset":
                response.ContentLength = 1000;
                await response.Body.WriteAsync(SamplePictures.Png(8, 8));
                await response.Body.FlushAsync();
                http.Abort();
                break;
            default:
                response.StatusCode = int.Parse(fault, CultureInfo.InvariantCulture);
                break;
        }
    }

    /// <summary>Answers with compressed bytes.</summary>
    public static async Task WriteCompressedAsync(HttpContext http, byte[] bytes)
    {
        http.Response.Headers.ContentEncoding = "gzip";
        await using var gzip = new GZipStream(http.Response.Body, CompressionLevel.Fastest);
        await gzip.WriteAsync(bytes);
    }
}
