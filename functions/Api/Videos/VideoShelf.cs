using Microsoft.EntityFrameworkCore;
using SoraFunctions.Api.Errors;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Videos;

namespace SoraFunctions.Api.Videos;

/// <summary>The videos of a tenant: looked up, listed, removed. A foreign id is an unknown id.</summary>
internal sealed class VideoShelf(SoraDatabase database, VideoRemoval removal)
{
    /// <summary>The video.</summary>
    public async Task<VideoRow> Get(string tenant, string id, CancellationToken cancellation, string param = "video_id") =>
        await database.Videos.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.TenantId == tenant, cancellation)
        ?? throw Refusals.NotFound(param, $"There is no video '{id}'.", "video_not_found");

    /// <summary>A page and one more, by id: ids rise with time, and a cursor works even after its video was deleted.</summary>
    public async Task<IReadOnlyList<VideoRow>> List(string tenant, ListQuery query, CancellationToken cancellation)
    {
        var rows = database.Videos.AsNoTracking().Where(row => row.TenantId == tenant);
        rows = query switch
        {
            { After: not null, Ascending: true } => rows.Where(row => string.Compare(row.Id, query.After) > 0),
            { After: not null } => rows.Where(row => string.Compare(row.Id, query.After) < 0),
            _ => rows,
        };
        rows = query.Ascending ? rows.OrderBy(row => row.Id) : rows.OrderByDescending(row => row.Id);
        return await rows.Take(query.Limit + 1).ToListAsync(cancellation);
    }

    /// <summary>The file of a rendition; null when there is none.</summary>
    public Task<VideoFileRow?> File(string videoId, string channel, string name, CancellationToken cancellation) =>
        database.VideoFiles.AsNoTracking()
            .SingleOrDefaultAsync(row => row.VideoId == videoId && row.Channel == channel && row.Name == name, cancellation);

    /// <summary>Stops what is being made, then removes the video and its files from the shelf.</summary>
    public async Task Remove(string tenant, string id, CancellationToken cancellation)
    {
        await Get(tenant, id, cancellation);
        await removal.Remove(id, cancellation);
    }
}
