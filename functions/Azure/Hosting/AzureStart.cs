using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SoraFunctions.Api.Authentication;
using SoraFunctions.Pipeline.Data;

namespace SoraFunctions.Azure.Hosting;

/// <summary>
/// What an instance does before it takes work: brings the database's schema up to this build, and takes the operator's first key when no
/// one has a key yet. Of several instances that start at once one does it and the others see that it is done.
/// </summary>
/// <param name="scopes">Hold the database.</param>
/// <param name="options">Say the key.</param>
internal sealed class AzureStart(IServiceScopeFactory scopes, AzureOptions options) : IHostedService
{
    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await DatabasePreparation.Prepare(scope.ServiceProvider.GetRequiredService<SoraDatabase>(), cancellationToken);
        if (options.FirstKey is { } key)
        {
            await TakeKey(key, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task TakeKey(string key, CancellationToken cancellation)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<FirstStart>().Take(key, cancellation);
        }
        catch (DbUpdateException)
        {
            // Another instance was in between; if it was not that, the second try fails the same way.
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<FirstStart>().Take(key, cancellation);
        }
    }
}
