using Microsoft.ML.OnnxRuntime;

namespace SoraFunctions.Models.Sessions;

/// <summary>What ONNX Runtime is installed here.</summary>
/// <param name="Version">Its version; null when the library cannot be loaded.</param>
/// <param name="Provider">What a model would be computed on; null when nothing works.</param>
/// <param name="Fallbacks">The providers that could not be used, with the reasons.</param>
public sealed record RuntimeReport(string? Version, ExecutionProvider? Provider, IReadOnlyList<ProviderFallback> Fallbacks)
{
    /// <summary>Asks the library, without a model. Never throws for what is missing: it says so.</summary>
    public static RuntimeReport Ask(SessionSettings settings)
    {
        try
        {
            var choice = ProviderLadder.Descend(settings.Providers, provider =>
            {
                SessionOptionsFactory.Create(settings, provider, settings.Optimisation).Dispose();
                return OrtEnv.Instance().GetVersionString();
            });
            return new(choice.Value, choice.Provider, choice.Fallbacks);
        }
        catch (ProvidersExhaustedException exception)
        {
            return new(null, null, exception.Fallbacks);
        }
    }
}
