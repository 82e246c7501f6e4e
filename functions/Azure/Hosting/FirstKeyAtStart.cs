using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SoraFunctions.Api.Authentication;

namespace SoraFunctions.Azure.Hosting;

/// <summary>
/// Takes the operator's first key when no one has a key yet. The schema is up to date by then. Of several instances that start at once one
/// takes it and the others see that it is done.
/// </summary>
/// <param name="scopes">Hold the database.</param>
/// <param name="options">Say the key.</param>
internal sealed class FirstKeyAtStart(IServiceScopeFactory scopes, AzureOptions options) : IHostedService
{
    /// <summary>Others may be in between once for the tenant and once for the key.</summary>
    private const int Tries = 3;

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.FirstKey is not { } key)
        {
            return;
        }

        for (var tries = 1; ; tries++)
        {
            try
            {
                await Take(key, cancellationToken);
                return;
            }
            catch (DbUpdateException) when (tries < Tries)
            {
                // Another instance was in between; if it was not that, the last try fails the same way.
            }
        }
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task Take(string key, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<FirstStart>().Take(key, cancellation);
    }
}
