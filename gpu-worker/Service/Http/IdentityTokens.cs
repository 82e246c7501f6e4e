using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using SoraFunctions.Contract;
using SoraFunctions.Contract.Renders;

namespace SoraFunctions.Service.Http;

/// <summary>
/// Judges tokens of identities by issuer, audience, time, signature and object ID. The issuer's keys are read from its metadata, kept, and
/// read again when a token bears an unknown one.
/// </summary>
internal sealed class IdentityTokens
{
    private readonly JsonWebTokenHandler _handler = new();
    private readonly HashSet<string> _callers;
    private readonly TokenValidationParameters _asked;
    private readonly ConfigurationManager<OpenIdConnectConfiguration> _issuer;

    /// <summary>Judges by these rules; nothing is read yet.</summary>
    public IdentityTokens(IdentityRules rules)
    {
        _callers = rules.Callers.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var metadata = rules.Authority.AbsoluteUri.TrimEnd('/') + "/.well-known/openid-configuration";
        _issuer = new ConfigurationManager<OpenIdConnectConfiguration>(
            metadata, new OpenIdConnectConfigurationRetriever(), new HttpDocumentRetriever { RequireHttps = !rules.Authority.IsLoopback })
        {
            RefreshInterval = TimeSpan.FromSeconds(30),
        };
        _asked = new TokenValidationParameters
        {
            ValidIssuers = rules.Issuers,
            ValidAudience = rules.Audience,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            ClockSkew = TimeSpan.FromMinutes(2),
            ConfigurationManager = _issuer,
        };
    }

    /// <summary>
    /// Why a token lets nobody in; null when it does. Fails with <see cref="WorkerException"/> while the issuer's keys were never to be had:
    /// that is not the caller's fault, who may ask again.
    /// </summary>
    public async Task<string?> Refusal(string token, CancellationToken cancellation)
    {
        try
        {
            await _issuer.GetConfigurationAsync(cancellation);
        }
        catch (InvalidOperationException away)
        {
            throw new WorkerException(new RenderError("internal", "the keys of the tokens' issuer can't be read", true), away);
        }

        var found = await _handler.ValidateTokenAsync(token, _asked);
        if (!found.IsValid)
        {
            return $"the token is not accepted ({found.Exception.GetType().Name})";
        }

        return found.Claims.TryGetValue("oid", out var caller) && _callers.Contains($"{caller}")
            ? null
            : "the token's identity is not among those that may call this worker";
    }
}
