using SessionsWidgets.Sandbox.Pictures;

namespace SessionsWidgets.Sandbox.Endpoints;

/// <summary>The pictures, open to everybody, as on the service's picture host.</summary>
internal static class PictureEndpoints
{
    public static void MapPictures(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/cdn/users/{id}.svg", [HttpMethods.Get, HttpMethods.Head], (HttpContext context, string id) =>
            Answer(context, PictureStore.Avatar(id)));
        routes.MapMethods("/cdn/events/{id}.svg", [HttpMethods.Get, HttpMethods.Head], (HttpContext context, string id) =>
            Answer(context, PictureStore.Event(id)));
        routes.MapMethods("/cdn/cigars/{id}.svg", [HttpMethods.Get, HttpMethods.Head], (HttpContext context, string id) =>
            context.Request.Query["view"].ToString() switch
            {
                "" or "lying" => Answer(context, PictureStore.Cigar(id, CigarView.Lying)),
                "tilted" => Answer(context, PictureStore.Cigar(id, CigarView.Tilted)),
                _ => ApiError.BadParameter("view", "view must be lying or tilted."),
            });
    }

    private static IResult Answer(HttpContext context, string? svg)
    {
        if (svg is null)
            return ApiError.NotFound("There is no such picture.");
        IHeaderDictionary headers = context.Response.Headers;
        headers.CacheControl = "public, max-age=31536000, immutable";
        headers.XContentTypeOptions = "nosniff";
        // A picture opened by itself runs nothing and loads nothing.
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return Results.Text(svg, "image/svg+xml; charset=utf-8");
    }
}
