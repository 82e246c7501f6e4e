using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Api.Errors;
using SoraFunctions.Api.Videos;
using SoraFunctions.Commerce;
using SoraFunctions.Commerce.Links;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Videos.Stages;

namespace SoraFunctions.Api.Player;

/// <summary>Finds finished videos by their links.</summary>
internal sealed class LinkedVideos(SoraDatabase database, IBlobStore blobs)
{
    /// <summary>The video that a link belongs to.</summary>
    /// <exception cref="ApiException">There is no such link, or its video is not finished or gone.</exception>
    public async Task<LinkedVideo> Find(string code, HttpContext http, CancellationToken cancellation)
    {
        var read = LinkCode.Read(code);
        var found = await (
            from link in database.CommerceLinks.AsNoTracking()
            join video in database.Videos.AsNoTracking() on link.VideoId equals video.Id
            where link.Code == read && video.TenantId == link.TenantId && video.Status == VideoStatus.Completed
            select new { Link = link, Video = video }).FirstOrDefaultAsync(cancellation);
        return found is not null && await Open(found.Link, found.Video, http.Server(), cancellation) is { } linked ? linked
            : throw Refusals.NotFound("code", "There is no such video.", "link_not_found");
    }

    /// <summary>The newest finished videos of a tenant that have a link, each by its main one.</summary>
    public async Task<IReadOnlyList<LinkedVideo>> List(string tenant, int most, HttpContext http, CancellationToken cancellation)
    {
        var found = await (
            from video in database.Videos.AsNoTracking()
            join link in database.CommerceLinks.AsNoTracking() on video.LinkCode equals link.Code
            where video.TenantId == tenant && link.TenantId == tenant && video.Status == VideoStatus.Completed
            orderby video.Id descending
            select new { Link = link, Video = video }).Take(most).ToListAsync(cancellation);
        var list = new List<LinkedVideo>(found.Count);
        foreach (var one in found)
        {
            if (await Open(one.Link, one.Video, http.Server(), cancellation) is { } linked)
            {
                list.Add(linked);
            }
        }

        return list;
    }

    private async Task<LinkedVideo?> Open(CommerceLinkRow link, VideoRow video, string server, CancellationToken cancellation)
    {
        var channel = link.Channel ?? video.MainChannel;
        var files = await database.VideoFiles.AsNoTracking()
            .Where(file => file.VideoId == video.Id && (file.Channel == channel || file.Name == FileNames.Commerce)).ToListAsync(cancellation);
        return files.FirstOrDefault(file => file.Name == FileNames.Commerce) is not { } file ? null : new LinkedVideo(
            server,
            link,
            video,
            await new TenantBlobs(blobs, video.TenantId).GetJson(
                new BlobRef(file.Path, file.Sha256, file.Length, file.MediaType), CommerceJson.Default.CommerceDocument, cancellation),
            files.Where(one => one.Channel == channel).ToDictionary(one => one.Name, one => one.Length));
    }
}
