using Microsoft.AspNetCore.Http;
using SoraFunctions.Api.Authentication;
using SoraFunctions.Api.Errors;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Rights;

namespace SoraFunctions.Api.Rights;

/// <summary>Rights-holders and grants by id, for whom they are there.</summary>
internal sealed class RightsShelf(HolderDesk holders, GrantDesk grants, ApiOptions options)
{
    public RightsCaller CallerOf(HttpContext http) => CallerOf(http.Tenant());

    public RightsCaller CallerOf(string tenant) => new(tenant, tenant == options.OperatorTenant);

    public async Task<RightsHolderRow> Holder(string tenant, string id, CancellationToken cancellation) =>
        await holders.Find(CallerOf(tenant), id, cancellation)
        ?? throw Refusals.NotFound("rights_holder_id", $"There is no rights-holder '{id}' that you look after.", "rights_holder_not_found");

    /// <summary>A holder that is still in the registry.</summary>
    public async Task<RightsHolderRow> Listed(string tenant, string id, CancellationToken cancellation) =>
        await Holder(tenant, id, cancellation) is { RemovedAt: null } row
            ? row
            : throw Refusals.Conflict("rights_holder_id", $"The rights-holder '{id}' was deleted; its statements alone are left.", "rights_holder_removed");

    public async Task<GrantRow> Grant(string tenant, string id, CancellationToken cancellation) =>
        await grants.Find(CallerOf(tenant), id, cancellation) ?? throw Refusals.NotFound("grant_id", $"There is no grant '{id}' of yours.", "grant_not_found");
}
