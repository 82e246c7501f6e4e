using Microsoft.Extensions.DependencyInjection;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Api.Health;

/// <summary>Asks what the server stands on whether it can be reached, all at once and not for long. Answers name the part, never an address.</summary>
internal static class ReadinessCheck
{
    /// <summary>A path that no blob has, of a tenant that there is none of.</summary>
    private const string NoBlob = "tenants/-/readyz";

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);

    /// <summary>
    /// What can't be reached, in words; empty when all can. The worker is not asked: one that scales to zero would be woken, and an address
    /// that is open to everyone must not start a GPU. While it is out of reach videos are accepted and wait.
    /// </summary>
    /// <param name="services">Those of one request.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public static async Task<IReadOnlyList<string>> Missing(IServiceProvider services, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(_patience);
        var answers = await Task.WhenAll(
            Ask("the database", services.GetRequiredService<SoraDatabase>().Database.CanConnectAsync(patience.Token), cancellation),
            Ask("the blobs", Reached(services.GetRequiredService<IBlobStore>().Exists(NoBlob, patience.Token)), cancellation));
        return [.. answers.OfType<string>()];
    }

    private static async Task<bool> Reached(Task question)
    {
        await question;
        return true;
    }

    private static async Task<string?> Ask(string part, Task<bool> question, CancellationToken cancellation)
    {
        try
        {
            return await question ? null : part;
        }
        catch (Exception) when (!cancellation.IsCancellationRequested)
        {
            // Whatever keeps it from answering: the reader is told which part, the log of that part tells why.
            return part;
        }
    }
}
