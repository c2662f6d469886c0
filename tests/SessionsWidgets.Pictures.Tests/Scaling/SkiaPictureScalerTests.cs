using SessionsWidgets.TestSupport;
using SkiaSharp;
using static SessionsWidgets.Pictures.Tests.Scaling.ScaledPicture;

namespace SessionsWidgets.Pictures.Tests.Scaling;

public class SkiaPictureScalerTests
{
    /// <summary>Of each way to hold a camera, where the first and the second quarter of the file are seen, as EXIF defines it.</summary>
    public static TheoryData<int, string, string> Orientations => new()
    {
        { 1, "TopLeft", "TopRight" },
        { 2, "TopRight", "TopLeft" },
        { 3, "BottomRight", "BottomLeft" },
        { 4, "BottomLeft", "BottomRight" },
        { 5, "TopLeft", "BottomLeft" },
        { 6, "TopRight", "BottomRight" },
        { 7, "BottomRight", "TopRight" },
        { 8, "BottomLeft", "TopLeft" },
    };

    [Theory]
    [MemberData(nameof(Orientations))]
    public void Scale_PhotoOfATurnedCamera_StandsUprightWithoutAWordOfIt(int orientation, string first, string second)
    {
        var photo = Photo.WithMetadata(Photo.Quarters(SKEncodedImageFormat.Jpeg, 640, 320), orientation);

        using var result = new ScaledPicture(SkiaPictureScaler.Scale(photo, 100, 100, PictureFit.Contain));

        result.Size.ShouldBe(orientation < 5 ? (100, 50) : (50, 100));
        ColorAt(result, first).ShouldSatisfyAllConditions(c => Near(c, Photo.TopLeft).ShouldBeTrue($"{c}"));
        ColorAt(result, second).ShouldSatisfyAllConditions(c => Near(c, Photo.TopRight).ShouldBeTrue($"{c}"));
        result.Chunks.ShouldBe(["VP8 "]);
        foreach (var word in (string[])["Exif", "EXIF", "adobe", "GPS", "Jo Example", "ICC"]) result.Contains(word).ShouldBeFalse(word);
    }

    [Fact]
    public void WithMetadata_ThePhotoOfTheTest_TellsWhatIsLookedFor()
    {
        var photo = Photo.WithMetadata(Photo.Quarters(SKEncodedImageFormat.Jpeg, 64, 32), orientation: 6);

        using var codec = SKCodec.Create(new MemoryStream(photo));
        codec.EncodedOrigin.ShouldBe(SKEncodedOrigin.RightTop);
        foreach (var word in (string[])["Exif", "adobe", "GPS", "Jo Example", "ICC"])
            photo.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(word)).ShouldBeGreaterThan(0, word);
    }

    [Theory]
    [InlineData(800, 200, 400, 300, PictureFit.Contain, 400, 100)]
    [InlineData(800, 200, 400, 300, PictureFit.Cover, 800, 200)]
    [InlineData(1600, 800, 44, 44, PictureFit.Cover, 88, 44)]
    [InlineData(1600, 800, 44, 44, PictureFit.Contain, 44, 22)]
    [InlineData(1001, 333, 100, 100, PictureFit.Contain, 100, 33)]
    [InlineData(30, 20, 400, 300, PictureFit.Contain, 30, 20)]
    [InlineData(30, 20, 400, 300, PictureFit.Cover, 30, 20)]
    [InlineData(2000, 1, 400, 300, PictureFit.Contain, 400, 1)]
    public void Scale_ToAPlace_KeepsProportionsAndNeverEnlarges(
        int width, int height, int placeWidth, int placeHeight, PictureFit fit, int expectedWidth, int expectedHeight)
    {
        foreach (var format in (SKEncodedImageFormat[])[SKEncodedImageFormat.Jpeg, SKEncodedImageFormat.Png, SKEncodedImageFormat.Webp])
        {
            var picture = Photo.Quarters(format, width, height);
            using var result = new ScaledPicture(SkiaPictureScaler.Scale(picture, placeWidth, placeHeight, fit));
            result.Size.ShouldBe((expectedWidth, expectedHeight), $"{format}");
        }
    }

    [Theory]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Webp)]
    public void Scale_PictureOnNothing_StaysOnNothing(SKEncodedImageFormat format)
    {
        using var result = new ScaledPicture(SkiaPictureScaler.Scale(Photo.Disc(format, 300, 200), 90, 90, PictureFit.Contain));

        result.Size.ShouldBe((90, 60));
        result.Corner.Alpha.ShouldBe((byte)0);
        Near(result.Center, Photo.TopLeft).ShouldBeTrue($"{result.Center}");
        result.Chunks.ShouldBe(["VP8X", "ALPH", "VP8 "]);
    }

    [Fact]
    public void Scale_Animation_ShowsTheFirstFrame()
    {
        using var result = new ScaledPicture(SkiaPictureScaler.Scale(Photo.TwoFrames(), 44, 44, PictureFit.Cover));

        result.Size.ShouldBe((2, 2));
        Near(result.Center, SKColors.Red).ShouldBeTrue($"{result.Center}");
        result.Contains(Photo.Camera).ShouldBeFalse();
    }

    [Fact]
    public void Scale_ColorsOfAnotherSpace_BecomeThoseOfTheWeb()
    {
        using var wide = SKColorSpace.CreateRgb(SKColorSpaceTransferFn.Srgb, SKColorSpaceXyz.DisplayP3);
        // The green of a wide screen that is a quiet green in sRGB.
        using var bitmap = new SKBitmap(new SKImageInfo(64, 64, SKColorType.Rgba8888, SKAlphaType.Opaque, wide));
        bitmap.GetPixelSpan().Fill(128);
        for (var i = 0; i < bitmap.ByteCount; i += 4) bitmap.GetPixelSpan()[i + 1] = 190;
        using var png = bitmap.Encode(SKEncodedImageFormat.Png, 100);

        using var result = new ScaledPicture(SkiaPictureScaler.Scale(png.AsSpan(), 32, 32, PictureFit.Contain));

        // By the matrices of both spaces: less red, more green.
        Near(result.Center, new SKColor(104, 192, 122), tolerance: 5).ShouldBeTrue($"{result.Center}");
        result.Chunks.ShouldBe(["VP8 "]);
    }

    [Fact]
    public void Scale_SamePictureTwice_GivesTheSameBytes()
    {
        var photo = Photo.Noise(SKEncodedImageFormat.Jpeg, 400, 300, 80);

        SkiaPictureScaler.Scale(photo, 120, 120, PictureFit.Cover).ShouldBe(SkiaPictureScaler.Scale(photo, 120, 120, PictureFit.Cover));
    }

    [Fact]
    public void Scale_WhatCannotBeDecoded_GivesNothing()
    {
        var avif = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "EmptyFiles", "image", "empty.avif"));
        SkiaPictureScaler.Scale(avif, 44, 44, PictureFit.Cover).ShouldBeNull();
        var svg = "<svg xmlns='http://www.w3.org/2000/svg' width='8' height='8'/>"u8;
        SkiaPictureScaler.Scale(svg, 44, 44, PictureFit.Cover).ShouldBeNull();
        SkiaPictureScaler.Scale([], 44, 44, PictureFit.Cover).ShouldBeNull();
    }

    [Fact]
    public void Scale_FilesThatAreCutOffOrDamaged_GivesAPictureOrNothing()
    {
        byte[][] files =
        [
            Photo.WithMetadata(Photo.Quarters(SKEncodedImageFormat.Jpeg, 64, 48), 6),
            Photo.Disc(SKEncodedImageFormat.Png, 64, 48),
            Photo.Disc(SKEncodedImageFormat.Webp, 64, 48),
            Photo.TwoFrames(),
        ];
        // One sequence, the same in each run.
        var random = new Random(20260711);
        foreach (var file in files)
        {
            for (var length = 0; length < file.Length; length += 1 + (length / 40)) Check(file[..length]);
            for (var i = 0; i < 400; i++)
            {
                var damaged = (byte[])file.Clone();
                for (var bytes = random.Next(1, 9); bytes > 0; bytes--) damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
                Check(damaged);
            }

            for (var i = 0; i < 100; i++)
            {
                var noise = new byte[random.Next(12, 400)];
                random.NextBytes(noise);
                file[..12].CopyTo(noise, 0);
                Check(noise);
            }
        }

        static void Check(byte[] file)
        {
            if (SkiaPictureScaler.Scale(file, 20, 20, PictureFit.Contain) is not { } written) return;
            using var result = new ScaledPicture(written);
            result.Size.Width.ShouldBeInRange(1, 20);
            result.Size.Height.ShouldBeInRange(1, 20);
        }
    }

    private static SKColor ColorAt(ScaledPicture picture, string corner) => corner switch
    {
        "TopLeft" => picture.TopLeft,
        "TopRight" => picture.TopRight,
        "BottomLeft" => picture.BottomLeft,
        _ => picture.BottomRight,
    };
}
