using Microsoft.AspNetCore.Http;
using SoraFunctions.Pipeline.Requests.Wire;

namespace SoraFunctions.Api.Posting;

/// <summary>A POST that was read.</summary>
/// <param name="Tenant">Who calls.</param>
/// <param name="Body">What was sent.</param>
/// <param name="Ids">Ids for what is made.</param>
/// <param name="Http">Its route and services.</param>
internal sealed record PostCall(string Tenant, WireBody Body, OrderIds Ids, HttpContext Http);
