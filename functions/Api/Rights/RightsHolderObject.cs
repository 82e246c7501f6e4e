using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Rights;
using SoraFunctions.Pipeline.Sales.Wire;

namespace SoraFunctions.Api.Rights;

/// <summary>A rights-holder on the wire.</summary>
internal sealed record RightsHolderObject(
    string Id, string Object, string Name, string Ask, string? Tenant, IReadOnlyList<RightsWorkObject> Works, string Revision, long CreatedAt, long? RemovedAt)
{
    public static RightsHolderObject Of(RightsHolderRow row) => new(
        row.Id,
        "rights_holder",
        row.Name,
        row.Ask,
        row.TenantId.Length > 0 ? row.TenantId : null,
        [
            .. RightsJson.Works(row.Works).Select(work => new RightsWorkObject(
                work.Id, EnumWord.Of(work.Kind), work.Name, work.Aliases, [.. (work.Pictures ?? []).Select(picture => new RightsPictureObject(picture.Address, picture.Sha256!))], work.Confirmed)),
        ],
        HolderDesk.RevisionOf(row),
        row.CreatedAt.ToUnixTimeSeconds(),
        row.RemovedAt?.ToUnixTimeSeconds());
}
