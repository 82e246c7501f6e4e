using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Rights;

namespace SoraFunctions.Api.Rights;

/// <summary>A grant on the wire. Empty lists stand for all.</summary>
internal sealed record GrantObject(
    string Id,
    string Object,
    string RightsHolder,
    string Tenant,
    IReadOnlyList<string> Works,
    IReadOnlyList<string> Markets,
    IReadOnlyList<string> Channels,
    long From,
    long? Until,
    int ShareBasisPoints,
    long CreatedAt,
    long? RevokedAt)
{
    public static GrantObject Of(GrantRow row) => new(
        row.Id,
        "rights_grant",
        row.HolderId,
        row.TenantId,
        RightsJson.Words(row.Works),
        RightsJson.Words(row.Markets),
        RightsJson.Words(row.Channels),
        row.From.ToUnixTimeSeconds(),
        row.Until?.ToUnixTimeSeconds(),
        row.ShareBasisPoints,
        row.CreatedAt.ToUnixTimeSeconds(),
        row.RevokedAt?.ToUnixTimeSeconds());
}
