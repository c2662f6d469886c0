using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Hosting;

namespace SessionsWidgets.AspNetCore;

/// <summary>Finds the business of a request to an endpoint, and refuses requests without telling strangers why. Thread-safe.</summary>
internal sealed class EndpointBusiness(
    BusinessDirectory businesses, RequestBusiness requestBusiness, IHostEnvironment environment, RefusalLog log)
{
    /// <summary>Answers for a business; what keeps it from being found is the answer otherwise.</summary>
    /// <param name="http">The HTTP context.</param>
    /// <param name="subject">What is asked for, for the log.</param>
    /// <param name="name">The name of the business in the query; null if it has none.</param>
    /// <param name="answer">Creates the answer. Its exceptions are handled like those of finding the business.</param>
    public async Task<IResult> AnswerAsync(HttpContext http, string subject, string? name, Func<BusinessContext, Task<IResult>> answer)
    {
        try
        {
            CheckName(name);
            return await answer(await (name is null && requestBusiness.LooksAtRequest
                ? businesses.GetResolvedAsync(requestBusiness.NameFor(http), http.RequestAborted)
                : businesses.GetAsync(name, http.RequestAborted)));
        }
        catch (UnresolvedBusinessException e)
        {
            log.Unresolved(http.Request.Path.ToString(), e);
            return Refuse(http, e);
        }
        catch (ParameterException e)
        {
            // Log errors of the host's configuration, but not unknown names in queries.
            if (name is null || e.ParameterName != BusinessParameter.Name) log.Refused(http.Request.Path.ToString(), subject, e.Message);
            return Refuse(http, e);
        }
        catch (Exception e) when (!http.RequestAborted.IsCancellationRequested)
        {
            // The host's own source or resolver of businesses fails.
            log.Refused(http.Request.Path.ToString(), subject, e.Message);
            return Refuse(
                http,
                StatusCodes.Status503ServiceUnavailable,
                environment.IsDevelopment() ? e.Message : "The business cannot be found now.");
        }
    }

    /// <summary>Whether the response depends on more than the URL.</summary>
    public bool IsPrivate(HttpContext http, string? name) =>
        http.User.Identity?.IsAuthenticated == true || (name is null && requestBusiness.LooksAtRequest);

    /// <summary>Does not reveal whether a business is unknown upstream, refused upstream, or not configured.</summary>
    public ContentHttpResult Refuse(HttpContext http, Exception error) => Refuse(http, error.Message);

    /// <summary>Does not reveal in what way something is unknown or refused; in Development, it does.</summary>
    public ContentHttpResult Refuse(HttpContext http, string reason, string what = "business") =>
        Refuse(http, StatusCodes.Status404NotFound, environment.IsDevelopment() ? reason : $"There is no such {what} here.");

    public static ContentHttpResult Refuse(HttpContext http, int status, string message)
    {
        CacheHeaders.Forbid(http, isPrivate: false);
        return TypedResults.Text(message, "text/plain", Encoding.UTF8, status);
    }

    /// <exception cref="ParameterException">A configured business has the name in another case.</exception>
    private void CheckName(string? business)
    {
        if (business is not null && businesses.FindName(business) is { } name && name != business)
            throw new ParameterException(BusinessParameter.Name, business, $"write it as '{name}'.");
    }
}
