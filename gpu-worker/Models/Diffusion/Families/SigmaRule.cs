namespace SoraFunctions.Models.Diffusion.Families;

/// <summary>Where the noise levels of the steps come from.</summary>
public enum SigmaRule
{
    /// <summary>From the scheduler's config.</summary>
    Scheduler,

    /// <summary>Evenly from 1 to one step's share, then shifted by the scheduler (LTX-Video).</summary>
    Even,

    /// <summary>Slowly first, quadratically then (Mochi).</summary>
    LinearQuadratic,
}
