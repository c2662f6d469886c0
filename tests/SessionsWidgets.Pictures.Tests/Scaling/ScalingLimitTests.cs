using System.Diagnostics;
using System.Globalization;
using SkiaSharp;

namespace SessionsWidgets.Pictures.Tests.Scaling;

/// <summary>What a file of 2 MiB at most can cost.</summary>
/// <remarks>Not beside other tests: it measures the memory of the process.</remarks>
[Collection(nameof(ScalingLimitTests))]
[CollectionDefinition(nameof(ScalingLimitTests), DisableParallelization = true)]
public class ScalingLimitTests(Xunit.Abstractions.ITestOutputHelper output)
{
    private const long MiB = 1024 * 1024;

    /// <summary>The pixels of a file that is held whole, once, and half as much for what is made of it.</summary>
    private const long MaxGrowth = 96 * MiB;

    [SkippableFact]
    public void Scale_Bombs_AreRefusedBeforeDecoding()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "The peak of the process is read from /proc.");
        byte[][] bombs =
        [
            Photo.Claiming(30_000, 30_000),
            Photo.Claiming(4097, 4096),
            Photo.InPasses(4097, 4096, 10),
            Photo.InPasses(4096, 4096, 10_000),
        ];

        var growth = GrowthOf(() =>
        {
            foreach (var bomb in bombs) SkiaPictureScaler.Scale(bomb, 400, 300, PictureFit.Contain).ShouldBeNull();
        });

        growth.ShouldBeLessThan(24 * MiB);
    }

    [SkippableFact]
    public void Scale_TheLargestThatAreDecoded_TakeBoundedMemory()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "The peak of the process is read from /proc.");
        (string Name, byte[] File, int Width)[] files =
        [
            ("a photo of 40 million pixels", Photo.Quarters(SKEncodedImageFormat.Jpeg, 7900, 5000), 400),
            ("a PNG of 16 million pixels", Photo.Quarters(SKEncodedImageFormat.Png, 4096, 4096), 300),
            ("a lossless WebP of 16 million pixels", LosslessWebP(4096, 4096), 300),
            ("a JPEG of 16 million pixels in 32 passes", Photo.InPasses(4096, 4096, JpegScans.Max), 300),
        ];
        foreach (var (name, file, width) in files)
        {
            var watch = Stopwatch.StartNew();
            var growth = GrowthOf(() =>
            {
                using var result = new ScaledPicture(SkiaPictureScaler.Scale(file, 400, 300, PictureFit.Contain));
                result.Size.Width.ShouldBe(width, name);
            });
            output.WriteLine($"{name}: {growth / MiB} MiB, {watch.ElapsedMilliseconds} ms");
            growth.ShouldBeLessThan(MaxGrowth, name);
        }
    }

    private static byte[] LosslessWebP(int width, int height)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul));
        bitmap.Erase(SKColors.SaddleBrown.WithAlpha(128));
        using var data = bitmap.PeekPixels()!.Encode(new SKWebpEncoderOptions(SKWebpEncoderCompression.Lossless, 0))!;
        return data.ToArray();
    }

    /// <summary>By how much the most memory that the process has at a time is more than what it has before.</summary>
    private static long GrowthOf(Action action)
    {
        GC.Collect();
        // Forgets the peak so far.
        File.WriteAllText("/proc/self/clear_refs", "5");
        var before = Status("VmHWM");
        action();
        return Status("VmHWM") - before;
    }

    private static long Status(string name)
    {
        var line = File.ReadLines("/proc/self/status").Single(l => l.StartsWith($"{name}:", StringComparison.Ordinal));
        return 1024 * long.Parse(line.Split(' ', '\t', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }
}
