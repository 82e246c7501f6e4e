namespace SoraFunctions.Pipeline.Engines;

/// <summary>By what an engine is chosen where an order leaves it to the deployment.</summary>
public enum EnginePreference
{
    /// <summary>The one that fits the order best.</summary>
    Best,

    /// <summary>The one that costs least.</summary>
    Cheapest,

    /// <summary>The one that takes least time.</summary>
    Fastest,
}
