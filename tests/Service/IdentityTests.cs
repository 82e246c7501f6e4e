using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using SoraFunctions.Service.Http;

namespace SoraFunctions.Service.Tests;

/// <summary>Who is let in by a token of an identity; the issuer of the tokens is a server of these tests.</summary>
public sealed class IdentityTests : IAsyncLifetime
{
    private const string Audience = "api://sora-worker";
    private const string Functions = "11111111-1111-1111-1111-111111111111";

    private readonly DeskUnderTest _under = new();
    private readonly RsaSecurityKey _key = NewKey("one");
    private WebApplication _issuer = null!;
    private Uri? _authority;
    private HttpHost _host = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _issuer = builder.Build();
        _issuer.Urls.Add("http://127.0.0.1:0");
        _issuer.MapGet("/tenant/.well-known/openid-configuration", () => Results.Text(
            $$"""{"issuer":"{{Authority}}","jwks_uri":"{{Authority}}/keys"}""", "application/json"));
        _issuer.MapGet("/tenant/keys", () =>
        {
            var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(_key);
            return Results.Text($$"""{"keys":[{"kty":"RSA","use":"sig","kid":"{{key.Kid}}","n":"{{key.N}}","e":"{{key.E}}"}]}""", "application/json");
        });
        await _issuer.StartAsync();
        _host = await HttpHost.Start(_under.Desk, new DeskHttp { Token = "shared", Identities = new IdentityRules(Authority, Audience, [Functions]) });
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _issuer.DisposeAsync();
        await _under.DisposeAsync();
    }

    private Uri Authority => _authority ??= new(_issuer.Urls.Single() + "/tenant");

    private static RsaSecurityKey NewKey(string id) => new(RSA.Create(2048)) { KeyId = id };

    private string Token(
        string? issuer = null, string audience = Audience, string caller = Functions, int minutes = 60, RsaSecurityKey? key = null) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer ?? Authority.AbsoluteUri,
            Audience = audience,
            Claims = new Dictionary<string, object> { ["oid"] = caller },
            NotBefore = DateTime.UtcNow.AddHours(-2),
            Expires = DateTime.UtcNow.AddMinutes(minutes),
            SigningCredentials = new SigningCredentials(key ?? _key, SecurityAlgorithms.RsaSha256),
        });

    private async Task<HttpStatusCode> Ask(string token)
    {
        using var client = _host.Client(token);
        using var answer = await client.GetAsync("/engines");
        return answer.StatusCode;
    }

    [Fact]
    public async Task Identity_that_may_call_is_let_in_and_so_is_the_shared_token()
    {
        Assert.Equal(HttpStatusCode.OK, await Ask(Token()));
        Assert.Equal(HttpStatusCode.OK, await Ask("shared"));
    }

    [Fact]
    public async Task Token_of_another_issuer_audience_time_identity_or_key_is_a_401()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await Ask(Token(issuer: "https://elsewhere.example.com/tenant")));
        Assert.Equal(HttpStatusCode.Unauthorized, await Ask(Token(audience: "https://storage.azure.com")));
        Assert.Equal(HttpStatusCode.Unauthorized, await Ask(Token(minutes: -10)));
        Assert.Equal(HttpStatusCode.Unauthorized, await Ask(Token(caller: "22222222-2222-2222-2222-222222222222")));
        Assert.Equal(HttpStatusCode.Unauthorized, await Ask(Token(key: NewKey("one"))));
        Assert.Equal(HttpStatusCode.Unauthorized, await Ask("nonsense"));
        Assert.Equal(HttpStatusCode.Unauthorized, await Ask(""));
    }

    [Fact]
    public async Task Token_that_is_not_signed_is_a_401()
    {
        static string Part(string text) => Base64UrlEncoder.Encode(text);
        var signed = Token().Split('.');
        Assert.Equal(HttpStatusCode.Unauthorized, await Ask($"{Part("""{"alg":"none"}""")}.{signed[1]}."));
        Assert.Equal(HttpStatusCode.Unauthorized, await Ask($"{signed[0]}.{signed[1]}."));
    }

    [Fact]
    public async Task Issuer_that_is_out_of_reach_is_not_the_callers_fault()
    {
        await _issuer.StopAsync();
        Assert.Equal(HttpStatusCode.InternalServerError, await Ask(Token(issuer: "x")));
    }

    [Fact]
    public void Issuer_may_name_itself_in_either_version() => Assert.Equal(
        ["https://login.microsoftonline.com/abc/v2.0", "https://sts.windows.net/abc/"],
        new IdentityRules(new Uri("https://login.microsoftonline.com/abc/v2.0"), Audience, [Functions]).Issuers);
}
