using SessionsWidgets.Sandbox.Pictures;

namespace SessionsWidgets.Sandbox.Endpoints;

/// <summary>The pictures, as PNG and as SVG, open to everybody, as on the service's picture host.</summary>
internal static class PictureEndpoints
{
    private static readonly string[] _methods = [HttpMethods.Get, HttpMethods.Head];

    public static void MapPictures(this IEndpointRouteBuilder routes)
    {
        foreach (string type in (string[])["png", "svg"])
        {
            routes.MapMethods($"/cdn/users/{{id}}.{type}", _methods, (HttpContext context, string id) =>
                Answer(context, PictureStore.Avatar(id), type));
            routes.MapMethods($"/cdn/events/{{id}}.{type}", _methods, (HttpContext context, string id) =>
                Answer(context, PictureStore.Event(id), type));
            routes.MapMethods($"/cdn/cigars/{{id}}.{type}", _methods, (HttpContext context, string id) =>
                context.Request.Query["view"].ToString() switch
                {
                    "" or "lying" => Answer(context, PictureStore.Cigar(id, CigarView.Lying), type),
                    "tilted" => Answer(context, PictureStore.Cigar(id, CigarView.Tilted), type, "tilted"),
                    _ => ApiError.BadParameter("view", "view must be lying or tilted."),
                });
        }
    }

    private static IResult Answer(HttpContext context, Drawing? drawing, string type, string view = "")
    {
        if (drawing is null)
            return ApiError.NotFound("There is no such picture.");
        IHeaderDictionary headers = context.Response.Headers;
        headers.CacheControl = "public, max-age=31536000, immutable";
        headers.XContentTypeOptions = "nosniff";
        // A picture opened by itself runs nothing and loads nothing.
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return type == "svg"
            ? Results.Text(drawing.ToSvg(), "image/svg+xml; charset=utf-8")
            : Results.Bytes(PictureStore.Png(context.Request.Path + view, drawing), "image/png");
    }
}
