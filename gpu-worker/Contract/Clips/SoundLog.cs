namespace SoraFunctions.Contract.Clips;

/// <summary>What sounds in a clip besides single contacts. Numbers have three significant digits, times five decimal places.</summary>
public sealed record SoundLog
{
    /// <summary>What rolls and slides, the loudest first.</summary>
    public IReadOnlyList<RubbingRun> Rubbing { get; init; } = [];

    /// <summary>What breaks, in order of time.</summary>
    public IReadOnlyList<FractureEvent> Fractures { get; init; } = [];

    /// <summary>Bodies that strike water, in order of time.</summary>
    public IReadOnlyList<SplashEvent> Splashes { get; init; } = [];

    /// <summary>Drops that fall into water, in order of time; of many the largest.</summary>
    public IReadOnlyList<SplashEvent> Drips { get; init; } = [];

    /// <summary>What is poured.</summary>
    public IReadOnlyList<PourRun> Pours { get; init; } = [];

    /// <summary>The rain; null for none.</summary>
    public Rainfall? Rain { get; init; }

    /// <summary>Cloths in the wind.</summary>
    public IReadOnlyList<ClothRun> Cloths { get; init; } = [];

    /// <summary>Vehicles.</summary>
    public IReadOnlyList<EngineRun> Engines { get; init; } = [];

    /// <summary>Sparks that fly up in a second; 0 for no fire.</summary>
    public double Sparks { get; init; }
}
