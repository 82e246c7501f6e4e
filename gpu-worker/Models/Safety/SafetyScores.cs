namespace SoraFunctions.Models.Safety;

/// <summary>How likely a picture is of each kind; the five sum to 1.</summary>
/// <param name="Drawing">A harmless drawing.</param>
/// <param name="Hentai">A pornographic drawing.</param>
/// <param name="Neutral">A harmless photograph.</param>
/// <param name="Porn">A pornographic photograph.</param>
/// <param name="Sexy">A photograph of someone lightly dressed, without pornography.</param>
public sealed record SafetyScores(float Drawing, float Hentai, float Neutral, float Porn, float Sexy)
{
    /// <summary>How likely it is pornographic, photograph or drawing.</summary>
    public float Pornographic => Porn + Hentai;
}
