using Azure.Core;
using SoraFunctions.Azure.Hosting;

namespace SoraFunctions.Azure.Workers;

/// <summary>What the app shows the worker.</summary>
internal static class WorkerTokens
{
    /// <summary>
    /// Tokens of the identity for the worker's app registration, which the container app's own authentication checks before the worker is
    /// asked; else the token of the settings, which the worker checks itself; else none.
    /// </summary>
    /// <param name="options">Which of them.</param>
    /// <param name="credential">The identity; it keeps a token until shortly before its end.</param>
    public static Func<CancellationToken, ValueTask<string?>> Of(AzureOptions options, TokenCredential credential)
    {
        if (options.WorkerAudience is not { } audience)
        {
            return _ => ValueTask.FromResult(options.WorkerToken);
        }

        var context = new TokenRequestContext([audience.EndsWith("/.default", StringComparison.Ordinal) ? audience : $"{audience.TrimEnd('/')}/.default"]);
        return async cancellation => (await credential.GetTokenAsync(context, cancellation)).Token;
    }
}
