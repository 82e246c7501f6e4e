using Microsoft.ML.OnnxRuntime;

namespace SoraFunctions.Models.Sessions;

/// <summary>Tries providers from the best to the last and keeps the reason of every fall.</summary>
public static class ProviderLadder
{
    /// <summary>Gives what the first working provider makes.</summary>
    /// <param name="providers">The providers to try, best first; at least one.</param>
    /// <param name="attempt">Makes the result on a provider, or throws <see cref="OnnxRuntimeException"/>,
    /// <see cref="EntryPointNotFoundException"/> or <see cref="DllNotFoundException"/> where that provider cannot be used.
    /// Any other exception ends the walk.</param>
    /// <exception cref="ProvidersExhaustedException">No provider worked.</exception>
    public static ProviderChoice<T> Descend<T>(IReadOnlyList<ExecutionProvider> providers, Func<ExecutionProvider, T> attempt)
    {
        var fallbacks = new List<ProviderFallback>();
        foreach (var provider in providers)
        {
            try
            {
                return new(provider, attempt(provider), fallbacks);
            }
            catch (Exception exception) when (Reason(exception) is not null)
            {
                fallbacks.Add(new(provider, Reason(exception)!));
            }
        }
        throw new ProvidersExhaustedException(fallbacks);
    }

    // A native library that is missing altogether shows itself as the failure of the static constructor that looks it up.
    private static string? Reason(Exception exception) => exception switch
    {
        EntryPointNotFoundException => "this build of ONNX Runtime does not contain it",
        DllNotFoundException => $"a library that it needs could not be loaded: {exception.Message}",
        OnnxRuntimeException => Plain(exception.Message),
        TypeInitializationException { InnerException: { } inner } => Reason(inner),
        _ => null,
    };

    // The library begins its messages with a code in brackets.
    private static string Plain(string message) => message[(message.StartsWith('[') ? message.IndexOf(']', StringComparison.Ordinal) + 1 : 0)..].Trim().TrimEnd('.');
}
