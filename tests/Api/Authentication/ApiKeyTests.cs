using System.Net;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Api.Authentication;
using SoraFunctions.Api.Tests.Hosting;
using SoraFunctions.Pipeline.Data;

namespace SoraFunctions.Api.Tests.Authentication;

public class ApiKeyTests : IAsyncLifetime
{
    private ApiHost _host = null!;

    public async Task InitializeAsync() => _host = await Start();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    /// <summary>The host, over the database that is tested.</summary>
    protected virtual Task<ApiHost> Start() => ApiHost.Start();

    [Fact]
    public async Task First_start_makes_one_key_and_the_second_none()
    {
        Assert.Matches("^sk-sora-[A-Za-z0-9_-]{43}$", _host.Key);
        Assert.Null(await _host.Use((FirstStart first) => first.Run(default)));
        Assert.Equal(1, await _host.Use((SoraDatabase database) => database.ApiKeys.CountAsync()));
    }

    [Fact]
    public async Task Key_itself_is_nowhere_in_the_database()
    {
        var row = await _host.Use((SoraDatabase database) => database.ApiKeys.SingleAsync());
        Assert.Matches("^[0-9a-f]{64}$", row.Hash);
        Assert.DoesNotContain(_host.Key, row.Hash + row.Hint + row.Id);
        Assert.Equal(_host.Key[^4..], row.Hint);
    }

    [Fact]
    public async Task Revoked_key_is_refused_from_then_on()
    {
        var key = await _host.Use((ApiKeys keys) => keys.Issue(FirstStart.Tenant, default));
        using var client = _host.NewClient(key.Secret);
        using var before = await client.GetAsync("/v1/videos");
        Assert.Equal(HttpStatusCode.OK, before.StatusCode);

        Assert.True(await _host.Use((ApiKeys keys) => keys.Revoke(key.Id, default)));
        Assert.False(await _host.Use((ApiKeys keys) => keys.Revoke(key.Id, default)));

        using var after = await client.GetAsync("/v1/videos");
        await after.Error(HttpStatusCode.Unauthorized);
        Assert.Equal("Bearer", after.Headers.WwwAuthenticate.ToString());
    }
}
