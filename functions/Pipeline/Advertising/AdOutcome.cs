namespace SoraFunctions.Pipeline.Advertising;

/// <summary>What follows from words that advertising law speaks of.</summary>
internal enum AdOutcome
{
    /// <summary>They may not be shown.</summary>
    Refuse,

    /// <summary>They may be shown under a condition that only the advertiser knows of.</summary>
    Suggest,

    /// <summary>They may be shown with a legal line.</summary>
    Line,
}
