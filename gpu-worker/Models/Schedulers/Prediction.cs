namespace SoraFunctions.Models.Schedulers;

/// <summary>What a model's output means, for a noisy sample x = alpha x0 + sigma noise.</summary>
public enum Prediction
{
    /// <summary>The noise ("epsilon").</summary>
    Noise,

    /// <summary>v = alpha noise - sigma x0 (Salimans and Ho 2022, "v_prediction").</summary>
    Velocity,

    /// <summary>The clean sample x0.</summary>
    Sample,

    /// <summary>noise - x0, where alpha = 1 - sigma (flow matching).</summary>
    Flow,
}
