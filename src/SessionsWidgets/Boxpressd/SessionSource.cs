using Microsoft.Extensions.Logging;

namespace SessionsWidgets;

/// <summary>Fetches the sessions of one query from upstream, page by page. Thread-safe.</summary>
internal sealed class SessionSource(ApiClient api, TimeProvider clock, bool allowHttpPictures, TokenBuckets budget, ILogger logger)
    : ICacheSource<SessionSource.Key, SessionPage>
{
    /// <summary>
    /// Everything that makes an answer what it is. Two businesses with different keys never share one. The question stands there as it was
    /// asked, so that "7 days ago" has one last good answer whatever the day; its zone only where it decides what day it is.
    /// </summary>
    internal sealed record Key(string BaseUrl, Secret? ApiKey, BusinessType Type, string BusinessId, SessionQuery Query, KeyZone? Zone);

    public string Source => "boxpressd";

    public string NameOf(Key key)
    {
        var query = key.Query;
        return CacheKeyHash.Of(
            Source, key.BaseUrl, key.ApiKey?.Fingerprint, $"{key.Type}", key.BusinessId, query.CigarId, $"{query.Limit}", $"{query.Offset}",
            $"{query.From}", $"{query.To}", $"{query.Featured}", key.Zone?.Info.Id);
    }

    public string BusinessOf(Key key) => BusinessOf(key.BaseUrl, key.Type, key.BusinessId);

    /// <summary>The name that the answers of a business have in common, whatever key opens them.</summary>
    public static string BusinessOf(string baseUrl, BusinessType type, string id) => CacheKeyHash.Of("business", baseUrl, $"{type}", id);

    /// <summary>That of the business, whatever the query.</summary>
    public Uri AddressOf(Key key) => SessionAddress.Of(new Uri(key.BaseUrl), key.Type, key.BusinessId, new SessionQuery());

    public ApiException? Charge(Key key)
    {
        var wait = budget.Take(BusinessOf(key), Paging.RequestsFor(key.Query), out var isNews);
        if (wait <= TimeSpan.Zero) return null;
        var uri = AddressOf(key);
        if (isNews) CacheLog.BudgetUsedUp(logger, uri.AbsoluteUri, budget.PerMinute);
        Telemetry.Refused.Add(1);
        return new ApiException(
            ApiFault.RateLimited, uri,
            $"pages have asked for {budget.PerMinute} requests within a minute (SessionsWidgets:Cache:RequestsPerMinute).", null,
            wait) { IsShortCircuited = true };
    }

    public async Task<Fetched<SessionPage>> FetchAsync(Key key, Fetched<SessionPage>? last, CancellationToken cancellationToken)
    {
        var (asked, until) = AskedNow(key);
        var paging = new Paging(asked);
        var pages = new SessionPages();
        var started = clock.GetTimestamp();
        // Yesterday's validators are of another address.
        var before = last?.AnswersUntil == until ? last?.Validators : null;
        Validators? validators = null;
        while (paging.Next is { } query)
        {
            var uri = SessionAddress.Of(new Uri(key.BaseUrl), key.Type, key.BusinessId, query);
            var request = new ApiRequest(uri, key.ApiKey is null ? null : new ApiKeyHeader(key.ApiKey))
            {
                // All pages share one deadline.
                TimeLimit = api.Deadline - clock.GetElapsedTime(started),
                Validators = paging.IsWhole ? before : null,
            };
            var answer = await api.GetAsync(request, cancellationToken);
            if (answer.IsNotModified)
                return last!.Value with { Value = last.Value.Value with { FetchedAt = clock.GetUtcNow() }, IsUnchanged = true };
            var page = Read(uri, answer);
            var fresh = pages.Add(page, answer.Bytes);
            validators = paging.IsWhole ? answer.Validators : null;
            paging.Took(page, fresh);
        }

        return pages.Join(key.Query.Limit, paging, clock.GetUtcNow()) with { Validators = validators, AnswersUntil = until };
    }

    /// <summary>The question with the days that it means now, and until when it means those.</summary>
    private (SessionQuery Query, DateTimeOffset? Until) AskedNow(Key key)
    {
        if (key.Zone is not { Info: var zone }) return (key.Query, null);
        var today = LocalDay.Of(clock.GetUtcNow(), zone);
        return (key.Query.On(today), LocalDay.StartOf(today.AddDays(1), zone));
    }

    /// <summary>The sessions in answers that were kept, read as if they had come now; null when they cannot be.</summary>
    public Fetched<SessionPage>? Restore(Key key, PersistedResponse kept)
    {
        var paging = new Paging(key.Query);
        var pages = new SessionPages();
        try
        {
            foreach (var answer in kept.Answers)
            {
                var page = SessionReader.Read(answer, allowHttpPictures);
                paging.Took(page, pages.Add(page, answer));
            }
        }
        catch (PayloadException)
        {
            return null;
        }

        return pages.Join(
            key.Query.Limit, paging, kept.FetchedAt) with { Validators = kept.Validators, AnswersUntil = kept.AnswersUntil, Bodies = null };
    }

    private SessionReader.ReadResult Read(Uri uri, ApiResponse answer)
    {
        try
        {
            return SessionReader.Read(answer.Bytes, allowHttpPictures, answer.ContentType);
        }
        catch (PayloadException e)
        {
            throw new ApiException(e.Fault, uri, $"{e.Message}.", System.Net.HttpStatusCode.OK);
        }
    }
}
