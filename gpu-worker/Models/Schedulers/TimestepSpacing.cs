namespace SoraFunctions.Models.Schedulers;

/// <summary>Which training steps a short sampling visits (Lin et al. 2023, table 2).</summary>
public enum TimestepSpacing
{
    /// <summary>Evenly, both ends included.</summary>
    Linspace,

    /// <summary>Multiples of a whole step, counted from the clean end.</summary>
    Leading,

    /// <summary>Multiples of a step, counted from the noisy end, so that the last training step is visited.</summary>
    Trailing,
}
