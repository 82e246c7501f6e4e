using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Shows;

namespace SoraFunctions.Api.Shows;

/// <summary>A show on the wire.</summary>
internal sealed record ShowObject(
    string Id, string Object, string Status, string VideoId, string FirstVideoId, string? MakingVideoId, int Cut, long CreatedAt, long? NextCutAt, long? EndedAt,
    IReadOnlyList<ShowVoteObject> Votes)
{
    public static ShowObject Of(ShowRow row, IReadOnlyList<WantedChange> votes) => new(
        row.Id, "show", row.EndedAt is null ? "running" : "ended", row.VideoId, row.FirstVideoId, row.MakingVideoId, row.Cut, row.CreatedAt.ToUnixTimeSeconds(),
        row.EndedAt is null ? row.NextCutAt.ToUnixTimeSeconds() : null, row.EndedAt?.ToUnixTimeSeconds(),
        [.. votes.Select(vote => new ShowVoteObject(vote.Words, vote.Votes))]);
}
