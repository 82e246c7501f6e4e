namespace SoraFunctions.Models.Diffusion.Guidance;

/// <summary>How strongly the prompt is followed (classifier-free guidance, Ho and Salimans 2022).</summary>
/// <param name="Scale">How far to go from what the negative prompt gives to what the prompt gives, and beyond; 1 takes the prompt alone.</param>
public sealed record GuidanceRule(double Scale)
{
    /// <summary>Whether both prompts are computed in one run of the model, with a batch of two; else one after the other, in half the memory.</summary>
    public bool Batched { get; init; }

    /// <summary>How much of the contrast that guidance adds is taken back, 0 to 1 (Lin et al. 2024, section 3.4).</summary>
    public double Rescale { get; init; }

    /// <summary>Whether guidance grows from none to its scale over the steps (CogVideoX).</summary>
    public bool Dynamic { get; init; }

    /// <summary>Whether the negative prompt is computed at all.</summary>
    public bool Guides => Scale > 1;

    /// <summary>The scale at one step.</summary>
    /// <param name="done">The share of the steps that are done, 0 to 1.</param>
    public double At(double done) => Dynamic ? 1 + Scale * (1 - Math.Cos(Math.PI * Math.Pow(done, 5))) / 2 : Scale;
}
