using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace SessionsWidgets;

/// <summary>Fetches pictures from their hosts, and scales them. Thread-safe.</summary>
[SuppressMessage("Design", "CA1001", Justification = "Semaphores that nothing waits for by a handle hold nothing but managed memory.")]
internal sealed class PictureSource(
    ApiClient api, PictureRules rules, PictureOptions options, IPictureScaler? scaler, TimeProvider clock, ILogger logger)
    : ICacheSource<PictureKey, WidgetPicture>
{
    public const string Name = "pictures";

    /// <summary>Bounds the memory of responses that are not checked yet.</summary>
    private const int MaxConcurrentFetches = 32;

    private static readonly int MaxConcurrentScalings = Math.Clamp(Environment.ProcessorCount / 2, 1, 4);

    private readonly SemaphoreSlim _fetches = new(MaxConcurrentFetches);
    private readonly SemaphoreSlim _scalings = new(MaxConcurrentScalings);
    private readonly TokenBucketLimiter _budget = new(options.FetchesPerMinute, clock);
    private readonly HashSet<string> _svgHosts = new(options.SvgHosts, StringComparer.OrdinalIgnoreCase);

    public string Source => Name;

    public TimeSpan? Backoff => TimeSpan.FromMinutes(1);

    /// <summary>Gets the picture that is scaled; set by the service, whose cache has it.</summary>
    public Func<PictureKey, CancellationToken, ValueTask<CacheResult<WidgetPicture>>> Original { get; set; } = null!;

    public string KeyHashOf(PictureKey key) =>
        CacheKeyHash.Of("picture", key.Address, key.Business, key.Size is { } size ? $"{size.Width}x{size.Height} {size.Fit}" : null);

    public Uri AddressOf(PictureKey key) => new(key.Address);

    public string BusinessOf(PictureKey key) => MarkerOf(key.Business);

    /// <summary>The name under which the removal of a business's pictures is published.</summary>
    public static string MarkerOf(string business) => $"pictures:{business}";

    /// <remarks>A scaled picture is charged when its original is fetched.</remarks>
    public ApiException? Charge(PictureKey key)
    {
        if (key.Size is not null || Take(out var isFirst) is not { } wait) return null;
        if (isFirst) PictureLog.BudgetUsedUp(logger, options.FetchesPerMinute);
        return new ApiException(
            ApiFault.RateLimited, AddressOf(key),
            $"{options.FetchesPerMinute} pictures have been fetched within a minute "
            + $"(SessionsWidgets:Pictures:{nameof(options.FetchesPerMinute)}).", null, wait)
        {
            IsShortCircuited = true,
        };
    }

    public async Task<FetchResult<WidgetPicture>> FetchAsync(
        PictureKey key, FetchResult<WidgetPicture>? last, CancellationToken cancellationToken)
    {
        if (key.Size is { } size) return await ScaleAsync(key, size, last, cancellationToken);
        var uri = PictureUrl.Read(key.Address, rules)
            ?? throw new ApiException(ApiFault.BlockedAddress, new Uri(key.Address), "the address is not allowed.");
        await _fetches.WaitAsync(cancellationToken);
        try
        {
            var response = await api.GetAsync(
                new ApiRequest(uri, null) { Subject = ApiSubject.Picture, Validators = last?.Validators }, cancellationToken);
            if (response.IsNotModified) return last!.Value with { IsUnchanged = true };
            return Read(response.Bytes, uri) with { Validators = response.Validators, Bodies = [response.Bytes] };
        }
        finally
        {
            _fetches.Release();
        }
    }

    public FetchResult<WidgetPicture>? Restore(PictureKey key, PersistedResponse response) =>
        response.Bodies is [var bytes] && WidgetPicture.Of(bytes, AllowsSvg(AddressOf(key))) is { } picture
            ? Result(picture) with { Validators = response.Validators }
            : null;

    private static FetchResult<WidgetPicture> Result(WidgetPicture picture) => new(picture, picture.Bytes.Length);

    private FetchResult<WidgetPicture> Read(byte[] bytes, Uri uri)
    {
        if (WidgetPicture.Of(bytes, AllowsSvg(uri)) is { } picture) return Result(picture);
        throw new ApiException(ApiFault.NotAPicture, uri, PictureHeader.Read(bytes) switch
        {
            null => "the response is not a picture: its first bytes are none of PNG, JPEG, GIF, WebP, AVIF or SVG.",
            { Format: var format } when format == PictureFormat.Svg =>
                $"the picture is SVG, and its host is not one of SessionsWidgets:Pictures:{nameof(options.SvgHosts)}.",
            { Width: var width, Height: var height } =>
                $"the picture has {width} x {height} pixels; it may have {PictureHeader.MaxPixels / 1_000_000} million, "
                + $"{PictureHeader.MaxSide} on a side.",
        }, System.Net.HttpStatusCode.OK);
    }

    /// <summary>The time to wait; null for none.</summary>
    private TimeSpan? Take(out bool isFirst) => _budget.Take("", 1, out isFirst) is var wait && wait > TimeSpan.Zero ? wait : null;

    private bool AllowsSvg(Uri uri) => _svgHosts.Contains(uri.IdnHost);

    private async Task<FetchResult<WidgetPicture>> ScaleAsync(
        PictureKey key, PictureSize size, FetchResult<WidgetPicture>? last, CancellationToken cancellationToken)
    {
        var original = await Original(key with { Size = null }, cancellationToken);
        if (original.Value is not { } picture)
            throw original.Failure ?? new ApiException(ApiFault.Timeout, AddressOf(key), "the picture has not come in time.");
        // The tag of the scaled one is that of its original.
        var validators = CacheValidators.Of(picture.ETag, null);
        if (last is { } known && known.Validators?.ETag == picture.ETag) return known with { IsUnchanged = true };
        if (scaler is null || picture.Header.Format == PictureFormat.Svg) return Result(picture) with { Validators = validators };
        await _scalings.WaitAsync(cancellationToken);
        try
        {
            var bytes = scaler.Scale(picture, size.Width, size.Height, size.Fit);
            var scaled = bytes is null ? picture : WidgetPicture.Of(bytes, allowSvg: false) ?? picture;
            return Result(scaled) with { Validators = validators, Bodies = [scaled.Bytes.ToArray()] };
        }
        finally
        {
            _scalings.Release();
        }
    }
}
