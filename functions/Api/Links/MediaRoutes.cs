using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using SoraFunctions.Api.Errors;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Videos.Stages;

namespace SoraFunctions.Api.Links;

/// <summary>
/// <c>/media/{code}/{file}</c>: the files of a linked video that everyone may see, for shop pages and search engines. Who makes a link
/// publishes the video; videos without one are reached by key alone.
/// </summary>
internal static class MediaRoutes
{
    private static readonly HashSet<string> _open =
        [OutputNames.Video, OutputNames.Poster, OutputNames.Thumbnail, OutputNames.Captions, OutputNames.Subtitles, FileNames.Hotspots];

    public static void Map(IEndpointRouteBuilder app) => app.MapMethods("/media/{code}/{file}", ["GET", "HEAD"], Get);

    private static async Task<IResult> Get(
        string code, string file, HttpContext http, SoraDatabase database, IBlobStore blobs, CancellationToken cancellation)
    {
        var row = _open.Contains(file) || FileNames.LanguageOf(file) is not null ? await Find(code, file, database, cancellation) : null;
        var content = row is null ? null : await blobs.Open(row.Path, cancellation);
        if (row is null || content is null)
        {
            throw Refusals.NotFound("file", "There is no such file of a linked video.", "file_not_found");
        }

        http.Response.Headers.CacheControl = "public, max-age=3600";
        http.Response.Headers.AccessControlAllowOrigin = "*";
        return TypedResults.Stream(
            content, row.MediaType, entityTag: new EntityTagHeaderValue($"\"{row.Sha256}\""), enableRangeProcessing: true);
    }

    private static Task<VideoFileRow?> Find(string code, string file, SoraDatabase database, CancellationToken cancellation)
    {
        var rows =
            from link in database.CommerceLinks
            join video in database.Videos on link.VideoId equals video.Id
            join made in database.VideoFiles on video.Id equals made.VideoId
            where link.Code == code && video.Status == VideoStatus.Completed
                && made.Channel == (link.Channel ?? video.MainChannel) && made.Name == file
            select made;
        return rows.AsNoTracking().SingleOrDefaultAsync(cancellation);
    }
}
