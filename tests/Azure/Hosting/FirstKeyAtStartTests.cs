using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SoraFunctions.Api.Authentication;
using SoraFunctions.Azure.Database;
using SoraFunctions.Azure.Hosting;
using SoraFunctions.Azure.Tests.Database;
using SoraFunctions.Pipeline.Data;

namespace SoraFunctions.Azure.Tests.Hosting;

public sealed class FirstKeyAtStartTests(PostgresServer server) : IClassFixture<PostgresServer>
{
    private static readonly string _key = "sk-sora-" + new string('k', 43);

    [Fact]
    public async Task Instances_that_start_at_once_leave_one_key_that_works()
    {
        await using var services = await Services();

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Start(services, _key))));

        await using var scope = services.CreateAsyncScope();
        Assert.Equal(FirstStart.Tenant, (await scope.ServiceProvider.GetRequiredService<ApiKeys>().Find(_key, default))!.TenantId);
        Assert.Equal(1, await scope.ServiceProvider.GetRequiredService<SoraDatabase>().ApiKeys.CountAsync());
    }

    [Fact]
    public async Task A_key_is_not_taken_when_someone_has_one()
    {
        await using var services = await Services();
        await Start(services, _key);

        await Start(services, "sk-sora-" + new string('x', 43));

        await using var scope = services.CreateAsyncScope();
        Assert.Equal(1, await scope.ServiceProvider.GetRequiredService<SoraDatabase>().ApiKeys.CountAsync());
    }

    [Theory]
    [InlineData("@Microsoft.KeyVault(SecretUri=https://vault/secrets/first-key)")]
    [InlineData("sk-sora-short")]
    public async Task A_key_that_is_none_stops_the_start_and_is_not_repeated(string key)
    {
        await using var services = await Services();

        var fault = await Assert.ThrowsAsync<InvalidDataException>(() => Start(services, key));

        Assert.Contains("'sk-sora-'", fault.Message);
        Assert.DoesNotContain(key, fault.Message);
    }

    private static Task Start(ServiceProvider services, string key) =>
        new FirstKeyAtStart(services.GetRequiredService<IServiceScopeFactory>(), Options(key)).StartAsync(default);

    private async Task<ServiceProvider> Services()
    {
        var services = Services(await server.NewDatabase());
        await using var scope = services.CreateAsyncScope();
        await DatabasePreparation.Prepare(scope.ServiceProvider.GetRequiredService<SoraDatabase>(), default);
        return services;
    }

    private ServiceProvider Services(string database) => new ServiceCollection()
        .AddSingleton(TimeProvider.System)
        .AddSingleton(PostgresDatabase.Open(server.Owner(database) + ";Password=none", new FixedToken("none")))
        .AddDbContext<SoraDatabase>((provider, options) => PostgresDatabase.UseSource(options, provider.GetRequiredService<Npgsql.NpgsqlDataSource>()))
        .AddScoped<ApiKeys>()
        .AddScoped<FirstStart>()
        .BuildServiceProvider();

    private static AzureOptions Options(string key) => new()
    {
        PublicUrl = new Uri("https://video.example.com"),
        BlobsUrl = new Uri("https://account.blob.core.windows.net"),
        Database = "Host=localhost;Database=sora;Username=sora",
        SigningKeyUrl = new Uri("https://vault.vault.azure.net/keys/signing"),
        WorkerUrl = new Uri("https://worker.example.com"),
        FirstKey = key,
    };
}
