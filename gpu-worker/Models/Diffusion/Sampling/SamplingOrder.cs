using SoraFunctions.Models.Diffusion.Guidance;
using SoraFunctions.Models.Diffusion.Latents;
using SoraFunctions.Models.Diffusion.Texts;

namespace SoraFunctions.Models.Diffusion.Sampling;

/// <summary>What a sampling is asked for.</summary>
public sealed record SamplingOrder
{
    /// <summary>The latents to make.</summary>
    public required LatentShape Shape { get; init; }

    /// <summary>Latent frames that the model sees at once; longer clips are made in windows.</summary>
    public required int WindowFrames { get; init; }

    /// <summary>Latent frames that neighbouring windows share; less than <see cref="WindowFrames"/>.</summary>
    public int WindowOverlap { get; init; }

    /// <summary>Steps from noise to a clip.</summary>
    public required int Steps { get; init; }

    /// <summary>How the prompt is followed.</summary>
    public required GuidanceRule Guidance { get; init; }

    /// <summary>The scale of guidance of the second expert; null for the first one's.</summary>
    public double? SecondScale { get; init; }

    /// <summary>Same seed, same latents.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The prompt.</summary>
    public required EncodedPrompt Prompt { get; init; }

    /// <summary>The prompt to keep away from; null without guidance.</summary>
    public EncodedPrompt? Negative { get; init; }

    /// <summary>What is known of the clip; null for nothing.</summary>
    public KnownLatents? Known { get; init; }

    /// <summary>Latents of the clip to begin from, of <see cref="Shape"/>; null to begin from noise.</summary>
    public float[]? Source { get; init; }

    /// <summary>How far the source may be left, over 0 (hardly) to 1 (altogether): the share of the steps that are made.</summary>
    public double Strength { get; init; } = 1;

    /// <summary>After how many steps a foresight is wanted each time; 0 for none.</summary>
    public int ForesightEvery { get; init; }
}
