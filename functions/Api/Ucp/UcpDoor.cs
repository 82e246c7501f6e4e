using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SoraFunctions.Api.Bodies;
using SoraFunctions.Api.Errors;
using SoraFunctions.Commerce.Ucp;
using SoraFunctions.Pipeline.Agents;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Requests.Reading;

namespace SoraFunctions.Api.Ucp;

/// <summary>
/// What every call of the Universal Commerce Protocol has in common: the token of a seller's agents, a profile that the token may speak for, a capability
/// that both sides have in the same release, and errors in the protocol's own shape.
/// </summary>
internal static class UcpDoor
{
    private const string Scheme = "Bearer ";
    private const long MostBytes = 1 << 20;

    /// <summary>Answers a call.</summary>
    /// <param name="http">The call.</param>
    /// <param name="capability">What it makes use of.</param>
    /// <param name="answer">Finds the answer.</param>
    public static async Task Answer(HttpContext http, string capability, Func<Seller, JsonElement, UcpMetadata, Task<UcpAnswer>> answer)
    {
        try
        {
            if (http.Request.Headers["Request-Id"].ToString() is { Length: > 0 and <= 255 } id && id.All(letter => letter is >= ' ' and <= '~'))
            {
                http.Response.Headers["Request-Id"] = id;
            }

            http.Response.Headers.CacheControl = "no-store";
            var seller = await Enter(http);
            var partner = await Partner(http, seller);
            var body = StrictJson.Parse(await BodyReader.Read(http.Request, MostBytes, http.RequestAborted));
            var told = partner.Shares(capability) ? await answer(seller, body, Spoken(capability)) : Incompatible(capability);
            await Write(http, StatusCodes.Status200OK, JsonSerializer.Serialize(told, UcpJson.Default.UcpAnswer));
        }
        catch (UcpRefusal refusal)
        {
            await Refuse(http, refusal.Status, refusal.Fault);
        }
        catch (RequestException bad)
        {
            await Refuse(http, StatusCodes.Status400BadRequest, new UcpFault("invalid_request", bad.Errors[0].Message));
        }
        catch (ApiException refusal)
        {
            await Refuse(http, refusal.Status, new UcpFault(refusal.Error.Code ?? "invalid_request", refusal.Message));
        }
    }

    private static async Task<Seller> Enter(HttpContext http)
    {
        var header = http.Request.Headers.Authorization.ToString();
        var token = header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim() : http.Request.Headers["X-API-Key"].ToString();
        if (await http.RequestServices.GetRequiredService<AgentSellers>().Of(token, http.RequestAborted) is { } seller)
        {
            return seller;
        }

        http.Response.Headers.WWWAuthenticate = "Bearer";
        throw new UcpRefusal(StatusCodes.Status401Unauthorized, "unauthorized", "A token of this seller is needed: Authorization: Bearer at-sora-…, or X-API-Key.");
    }

    // A token speaks for the platforms that the seller has named, and for no other's profile.
    private static async Task<UcpPartner> Partner(HttpContext http, Seller seller)
    {
        var address = UcpAgentHeader.Profile(http.Request.Headers["UCP-Agent"].ToString())
            ?? throw new UcpRefusal(StatusCodes.Status400BadRequest, "invalid_profile_url", "The header UCP-Agent must name your profile: UCP-Agent: profile=\"https://…\".");
        if (!seller.Terms.Profiles.Contains(address))
        {
            throw new UcpRefusal(StatusCodes.Status403Forbidden, "profile_not_allowed", "This token does not speak for that profile: the seller names profiles in POST /v1/agents.");
        }

        var partner = await http.RequestServices.GetRequiredService<PlatformProfiles>().Of(address, http.RequestAborted);
        return partner.Version == UcpProtocol.Version ? partner
            : throw new UcpRefusal(StatusCodes.Status422UnprocessableEntity, "version_unsupported", $"Your profile speaks {partner.Version}. Spoken here is {UcpProtocol.Version}.");
    }

    private static UcpMetadata Spoken(string capability) => new()
    {
        Capabilities = new Dictionary<string, IReadOnlyList<UcpCapability>> { [capability] = [new UcpCapability()] },
    };

    private static UcpAnswer Incompatible(string capability) => new()
    {
        Ucp = new UcpMetadata { Status = "error", Capabilities = new Dictionary<string, IReadOnlyList<UcpCapability>>() },
        Messages =
        [
            new UcpMessage
            {
                Type = "error", Code = "capabilities_incompatible", Content = $"Your profile does not name {capability} {UcpProtocol.Version}.", Severity = "unrecoverable",
            },
        ],
    };

    private static Task Refuse(HttpContext http, int status, UcpFault fault) => Write(http, status, JsonSerializer.Serialize(fault, UcpJson.Default.UcpFault));

    private static Task Write(HttpContext http, int status, string json)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(json, Encoding.UTF8, http.RequestAborted);
    }
}
