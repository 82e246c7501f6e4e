using SoraFunctions.Pipeline.Usage;

namespace SoraFunctions.Pipeline.Engines;

/// <summary>An engine with what it costs and how fast it was of late.</summary>
/// <param name="Engine">It.</param>
/// <param name="PricePerSecond">US dollars for a second of 1280x720 at 30 frames; null where it has no price, or one that follows from a speed that was not measured yet.</param>
/// <param name="Speed">How fast it was of late; null while nothing was measured.</param>
public sealed record EngineOffer(KnownEngine Engine, decimal? PricePerSecond, EngineSpeed? Speed)
{
    /// <summary>What requests call it.</summary>
    public string Name => Engine.Info.Name;

    /// <summary>Whether it has a price that is not known yet: then it is within no cap, and is not the cheapest.</summary>
    public bool IsPriceOpen { get; init; }

    /// <summary>Whether it takes orders now.</summary>
    public bool Ready => Engine.Info.Abilities is { Ready: true };
}
