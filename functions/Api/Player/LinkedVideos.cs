using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Api.Errors;
using SoraFunctions.Api.Videos;
using SoraFunctions.Commerce.Links;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Videos.Stages;

namespace SoraFunctions.Api.Player;

/// <summary>Finds finished videos by their links.</summary>
internal sealed class LinkedVideos(SoraDatabase database, CommerceDocuments documents)
{
    private const int AtOnce = 16;
    private const int PerQuery = 500;

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
        var files = found is null ? [] : await database.VideoFiles.AsNoTracking().Where(file => file.VideoId == found.Video.Id).ToListAsync(cancellation);
        return found is not null && await Open(found.Link, found.Video, files, http.Server(), cancellation) is { } linked ? linked
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
        foreach (var some in found.Chunk(PerQuery))
        {
            var ids = some.Select(one => one.Video.Id).ToList();
            var files = (await database.VideoFiles.AsNoTracking().Where(file => ids.Contains(file.VideoId)).ToListAsync(cancellation)).ToLookup(file => file.VideoId);
            var opened = new LinkedVideo?[some.Length];
            await Parallel.ForAsync(0, some.Length, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (place, stop) =>
                opened[place] = await Open(some[place].Link, some[place].Video, files[some[place].Video.Id], http.Server(), stop));
            list.AddRange(opened.OfType<LinkedVideo>());
        }

        return list;
    }

    private async ValueTask<LinkedVideo?> Open(CommerceLinkRow link, VideoRow video, IEnumerable<VideoFileRow> files, string server, CancellationToken cancellation)
    {
        var channel = link.Channel ?? video.MainChannel;
        return files.FirstOrDefault(file => file.Name == FileNames.Commerce) is not { } file ? null : new LinkedVideo(
            server,
            link,
            video,
            await documents.Read(video.TenantId, file, cancellation),
            files.Where(one => one.Channel == channel).ToDictionary(one => one.Name, one => one.Length));
    }
}
